package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a person reads whose policy is wrong. */
class PolicyProblemsTest {
  static PolicyException refused(ThrowingCallable reading) {
    return catchThrowableOfType(PolicyException.class, reading);
  }

  @Test
  void everyProblemIsNamedAtOnceInTheFilesOrder() {
    refuses(
        """
        schemaVersion: 1
        learning: {recordDays: 29}
        overrides:
          - match: {key: a}
          - match: {key: b}
          - match: {key: c}
            signals:
              request-surge:
                key:
                  requests:
                    oneMinute:
                      margin: 0.5
                      floor: few
        growth: {holdSecond: 5}
        networks: [{name: a, kind: office, blocks: [10.0.0.300]}]
        """,
        "policy:2:12: learning.recordDays: found 29, expected a whole number from 1 to 28",
        "policy:12:15: overrides[2].signals.request-surge.key.requests.oneMinute.margin:"
            + " found 0.5, expected a number above 1 and up to 1000",
        "policy:13:15: overrides[2].signals.request-surge.key.requests.oneMinute.floor:"
            + " found the text \"few\", expected a whole number from 1 to 1000000000000000",
        "policy:14:10: growth.holdSecond: found an unknown field, expected one of `holdSeconds`,"
            + " `fewKeys`, `siblingShare`, `ceilingThresholds`, `riseFactor`, `riseRequests`,"
            + " `carrierShare`; did you mean `holdSeconds`?",
        "policy:15:45: networks[0].blocks[0]: found the text \"10.0.0.300\", expected an address"
            + " or a CIDR block, for example 203.0.113.0/24 or 2001:db8::/32");
  }

  @Test
  void aProblemIsAlsoThereForPrograms() {
    PolicyException e = refused(() -> PolicyReader.fromText("schemaVersion: 1\ngrwth: {}"));

    assertThat(e.problems())
        .containsExactly(
            new Problem(
                "policy",
                2,
                1,
                "grwth",
                "an unknown field",
                "one of `schemaVersion`, `signals`, `learning`, `growth`, `geo`, `gateway`, `time`,"
                    + " `usageLog`, `alertLog`, `metricLog`, `accounts`, `networks`, `planned`,"
                    + " `overrides`, `receivers`, `receiversFrom`, `silences`, `links`, `alertmanager`",
                "growth"));
  }

  @Test
  void wordsAndIdsHaveNeighbours() {
    refuses(
        """
        schemaVersion: 1
        signals: {newCountry: {}, zzz: {}}
        networks: [{name: a, kind: Office, blocks: [10.0.0.0/8]}]
        """,
        "policy:2:11: signals.newCountry: found an unknown field, expected one of"
            + " `request-surge`, `token-burst`, `new-country`, `unsupported-region`,"
            + " `impossible-travel`, `new-network`, `subscription-misuse`, `account-disabled`,"
            + " `auth-failures`, `feed-silent`, `feed-unreadable`, `address-useless`; did you mean `new-country`?",
        "policy:2:27: signals.zzz: found an unknown field, expected one of"
            + " `request-surge`, `token-burst`, `new-country`, `unsupported-region`,"
            + " `impossible-travel`, `new-network`, `subscription-misuse`, `account-disabled`,"
            + " `auth-failures`, `feed-silent`, `feed-unreadable`, `address-useless`",
        "policy:3:22: networks[0].kind: found the text \"Office\", expected one of `office`,"
            + " `vpn`, `nat`; did you mean `office`?");
  }

  @Test
  void wrongTypesSayWhatTheyAreAndWhatTheyShouldBe() {
    refuses(
        """
        schemaVersion: 1
        signals:
        learning: []
        growth: {fewKeys: 1.5, siblingShare: yes}
        gateway: {trustedProxies: 10.0.0.0/8}
        networks: {}
        overrides: [{match: {key: 12, team: true}}]
        """,
        "policy:2:1: signals: found nothing, expected a mapping of one or more of"
            + " `request-surge`, `token-burst`, `new-country`, `unsupported-region`,"
            + " `impossible-travel`, `new-network`, `subscription-misuse`, `account-disabled`,"
            + " `auth-failures`, `feed-silent`, `feed-unreadable`, `address-useless`",
        "policy:3:1: learning: found an empty list, expected a mapping of one or more of"
            + " `youngKeyPenalty`, `youngestDays`, `recordDays`, `adoptAfterMinutes`,"
            + " `adoptFactorPerWeek`",
        "policy:4:10: growth.fewKeys: found 1.5, expected a whole number from 1 to 100000",
        "policy:4:24: growth.siblingShare: found the text \"yes\", expected a number above 0"
            + " and up to 1",
        "policy:5:11: gateway.trustedProxies: found the text \"10.0.0.0/8\", expected a list"
            + " ([] for none)",
        "policy:6:1: networks: found an empty mapping, expected a list ([] for none)",
        "policy:7:22: overrides[0].match.key: found 12, expected a text of 1 to 200 characters:"
            + " put it in quotes",
        "policy:7:31: overrides[0].match.team: found true, expected a text of 1 to 200"
            + " characters: put it in quotes");
  }

  @Test
  void whatIsMissingIsNamed() {
    refuses(
        """
        networks: [{name: a, blocks: []}]
        overrides: [{learning: {}}, {match: {}}]
        """,
        "policy:1:1: found no `schemaVersion`, expected `schemaVersion`, 1",
        "policy:1:12: networks[0]: found no `kind`, expected `kind`, one of `office`, `vpn`,"
            + " `nat`",
        "policy:1:22: networks[0].blocks: found an empty list, expected a list of 1 or more",
        "policy:2:13: overrides[0]: found no `match`, expected `match`, a mapping of one or more"
            + " of `vendor`, `account`, `team`, `key`",
        "policy:2:30: overrides[1].match: found an empty mapping, expected a mapping of one or"
            + " more of `vendor`, `account`, `team`, `key`");
  }

  @Test
  void blocksAreWholeNetworks() {
    String shape =
        "expected an address or a CIDR block, for example 203.0.113.0/24 or 2001:db8::/32";
    refuses(
        """
        schemaVersion: 1
        gateway:
          trustedProxies:
            - 10.1.2.3/8
            - 10.0.0.0/33
            - 10.0.0
            - 10.0.0.1-5
            - 010.0.0.1
            - "*"
            - "fe80::1%eth0"
            - host.example.com
            - 2001:db8::/32
            - 2001:db8:0::/32
        """,
        "policy:4:7: gateway.trustedProxies[0]: found the text \"10.1.2.3/8\", expected the first"
            + " address of the block: 10.0.0.0/8",
        "policy:5:7: gateway.trustedProxies[1]: found the text \"10.0.0.0/33\", " + shape,
        "policy:6:7: gateway.trustedProxies[2]: found the text \"10.0.0\", " + shape,
        "policy:7:7: gateway.trustedProxies[3]: found the text \"10.0.0.1-5\", " + shape,
        "policy:8:7: gateway.trustedProxies[4]: found the text \"010.0.0.1\", " + shape,
        "policy:9:7: gateway.trustedProxies[5]: found the text \"*\", " + shape,
        "policy:10:7: gateway.trustedProxies[6]: found the text \"fe80::1%eth0\", " + shape,
        "policy:11:7: gateway.trustedProxies[7]: found the text \"host.example.com\", " + shape,
        "policy:13:7: gateway.trustedProxies[9]: found the text \"2001:db8:0::/32\", as in line"
            + " 12, expected each block once");
  }

  @Test
  void plannedEventsHaveAKnownSignalANameAndATime() {
    refuses(
        """
        schemaVersion: 1
        planned:
          - {name: a, signals: [token-brust], match: {key: "*"}, from: 2026-12-01, until: soon}
          - name: a
            signals: [new-country]
            match: {key: "*"}
            from: 2026-12-01T10:00:00Z
            until: 2026-12-01T11:00:00+01:00
        """,
        "policy:3:25: planned[0].signals[0]: found the text \"token-brust\", expected one of"
            + " `request-surge`, `token-burst`, `new-country`, `unsupported-region`,"
            + " `impossible-travel`, `new-network`, `subscription-misuse`, `account-disabled`,"
            + " `auth-failures`, `feed-silent`, `feed-unreadable`, `address-useless`; did you mean `token-burst`?",
        "policy:3:58: planned[0].from: found the text \"2026-12-01\", expected an ISO 8601 time"
            + " with its zone, for example 2026-11-03T14:00:00Z",
        "policy:3:76: planned[0].until: found the text \"soon\", expected an ISO 8601 time with"
            + " its zone, for example 2026-11-03T14:00:00Z",
        "policy:4:5: planned[1].name: found the text \"a\", as in line 3, expected a name of its"
            + " own",
        "policy:8:5: planned[1].until: found 2026-12-01T11:00:00+01:00, expected a time after"
            + " `from` (2026-12-01T10:00:00Z)");
  }

  @Test
  void accountsDoNotContradictOneAnother() {
    refuses(
        """
        schemaVersion: 1
        accounts:
          - {account: a, vendor: anthropic, organizations: [org-1]}
          - {account: b, vendor: openai, organizations: [org-1]}
          - {account: c, organizations: [org-1]}
          - {account: d, vendor: anthropic, organizations: [org-2, org-1]}
          - {account: e, vendor: google, organizations: [org-1]}
          - {account: a, vendor: anthropic, hosts: [x]}
          - {account: f, hosts: []}
          - {account: g, vendor: "*", hosts: [y]}
        """,
        "policy:6:60: accounts[3].organizations[1]: found \"org-1\", which is in"
            + " accounts[0].organizations[0], expected each value in one rule for a vendor",
        "policy:7:50: accounts[4].organizations[0]: found \"org-1\", which is in"
            + " accounts[2].organizations[0], expected each value in one rule for a vendor",
        "policy:8:6: accounts[5].account: found the text \"a\", as in line 3, expected one rule"
            + " for each account of a vendor",
        "policy:9:5: accounts[6]: found a rule that fits no request, expected a value in one of"
            + " `organizations`, `deployments`, `hosts`",
        "policy:10:18: accounts[7].vendor: found the text \"*\", expected a text of 1 to 200"
            + " characters: Only requests to this vendor, by its whole name, without *; any when"
            + " left out.");
  }

  @Test
  void anyFieldNameHasItsPlace() {
    String names =
        "expected one of `holdSeconds`, `fewKeys`, `siblingShare`, `ceilingThresholds`, `riseFactor`,"
            + " `riseRequests`, `carrierShare`";
    refuses(
        """
        schemaVersion: 1
        growth:
          a/b: 1
          ~: 1
          0: 1
          "a.b": 1
          "": 1
          <<: {fewKeys: 1}
        """,
        "policy:3:3: growth.a/b: found an unknown field, " + names,
        "policy:4:3: growth.~: found an unknown field, " + names,
        "policy:5:3: growth.0: found an unknown field, " + names,
        "policy:6:3: growth.a.b: found an unknown field, " + names,
        "policy:7:3: growth.: found an unknown field, " + names,
        "policy:8:3: growth.<<: found an unknown field, " + names);
  }

  @Test
  void hostileTextComesOutEscapedAndCut() {
    PolicyException e =
        refused(
            () ->
                PolicyReader.fromText(
                    "schemaVersion: 1\n\"\\e[31m" + "x".repeat(1_000) + "\": \"\\u202E\""));

    assertThat(e.getMessage())
        .startsWith("policy:2:1: \\u001b[31mxxx")
        .hasSizeLessThan(1_000)
        .matches(text -> text.chars().allMatch(c -> c == 0x2026 || (c >= 0x20 && c < 0x7F)));
  }

  private static void refuses(String yaml, String... problems) {
    assertThat(refused(() -> PolicyReader.fromText(yaml)).getMessage().lines())
        .containsExactly(problems);
  }
}
