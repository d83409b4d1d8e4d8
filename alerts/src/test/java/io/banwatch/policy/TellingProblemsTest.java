package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person reads whose receivers, silences or links are wrong, and never a secret. */
class TellingProblemsTest {
  @Test
  void aSecretInThePolicyIsRefusedAndNotQuoted() {
    String place =
        "expected a text of 1 to 1000 characters: env:NAME for an environment variable, or"
            + " file:PATH for a file, and never the value itself.";
    refuses(
        """
        schemaVersion: 1
        receivers:
          - name: a
            format: standard
            url: https://hooks.example.com/x
            secretFrom: whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0
            headersFrom: {Authorization: Bearer c2VjcmV0}
          - name: b
            format: standard
            url: c2VjcmV0
            secret: c2VjcmV0
            secretFrom: [c2VjcmV0]
        """,
        "policy:6:5: receivers[0].secretFrom: found something else, which is not shown here, "
            + place,
        "policy:7:19: receivers[0].headersFrom.Authorization: found something else, which is not"
            + " shown here, "
            + place,
        "policy:10:5: receivers[1].url: found something else, which is not shown here, expected a"
            + " text of 1 to 2000 characters: Where to: an http or https address.",
        "policy:11:5: receivers[1].secret: found an unknown field, expected one of `name`,"
            + " `format`, `url`, `urlFrom`, `secretFrom`, `previousSecretFrom`, `headersFrom`,"
            + " `default`, `minimumSeverity`, `signals`, `matches`, `resolved`, `digest`,"
            + " `fullAddresses`, `email`",
        "policy:12:5: receivers[1].secretFrom: found something else, which is not shown here, "
            + place);
  }

  @Test
  void anAddressThatIsASecretStandsElsewhere() {
    refuses(
        """
        schemaVersion: 1
        receivers:
          - {name: a, format: slack, url: https://hooks.slack.com/services/T0/B0/c2VjcmV0}
          - {name: b, format: alertmanager, url: "https://user:c2VjcmV0@alerts.example.com"}
          - {name: c, format: alertmanager, url: "https:///c2VjcmV0"}
        """,
        "policy:3:30: receivers[0].url: found a Slack webhook's address, expected `urlFrom`: that"
            + " address is a secret",
        "policy:4:37: receivers[1].url: found an address with a password, expected `urlFrom`:"
            + " passwords do not stand here",
        "policy:5:37: receivers[2].url: found something else, which is not shown here, expected an"
            + " address such as https://hooks.example.com/path");
  }

  @Test
  void eachFormatSaysWhatItNeeds() {
    refuses(
        """
        schemaVersion: 1
        receivers:
          - {name: a, format: standard}
          - {name: b, format: alertmanager, url: http://x, urlFrom: env:X}
          - {name: c, format: slack, urlFrom: env:X, secretFrom: env:Y}
          - {name: d, format: pagerduty, digest: {groupSeconds: 60}}
          - {name: e, format: email, url: http://x}
          - name: f
            format: email
            email: {host: h, port: 25, user: u, from: a@example.com, to: [b@example.com]}
        """,
        "policy:3:5: receivers[0]: found a receiver of another form, expected one of `url`,"
            + " `urlFrom`",
        "policy:3:5: receivers[0]: found a receiver of another form, expected `secretFrom`, so that"
            + " messages are signed",
        "policy:4:5: receivers[1]: found a receiver of another form, expected one of `url`,"
            + " `urlFrom`",
        "policy:5:46: receivers[2].secretFrom: found `secretFrom`, which this format does not use,"
            + " expected `headersFrom` where one is asked for",
        "policy:6:5: receivers[3]: found a receiver of another form, expected `secretFrom`, the"
            + " integration's routing key",
        "policy:6:34: receivers[3].digest: found `digest`, which this format does not use, expected"
            + " none: PagerDuty groups by itself",
        "policy:7:5: receivers[4]: found a receiver of another form, expected `email`, the mail"
            + " server and the addresses",
        "policy:7:30: receivers[4].url: found `url`, which this format does not use, expected"
            + " `email.host`",
        "policy:8:5: receivers[5]: found a receiver of another form, expected `email.user` and"
            + " `secretFrom` together, or neither");
  }

  @Test
  void whoGroupsByItselfTakesNoDigest() {
    refuses(
        """
        schemaVersion: 1
        receivers:
          - {name: a, format: alertmanager, url: http://x, digest: {groupSeconds: 60}}
        """,
        "policy:3:52: receivers[0].digest: found `digest`, which this format does not use, expected"
            + " none: Alertmanager groups by itself");
  }

  @Test
  void namesWordsAndPlaceholdersHaveNeighbours() {
    refuses(
        """
        schemaVersion: 1
        receivers:
          - {name: a, format: slak, url: https://x.example.com, default: true}
          - {name: a, format: slack, url: https://x.example.com, minimumSeverity: Critical}
          - {name: b, format: slack, url: https://x.example.com, default: true, signals: [new-contry]}
        links: {dashboard: "https://grafana.example.com/d/x?k={kee}"}
        """,
        "policy:3:15: receivers[0].format: found the text \"slak\", expected one of `standard`,"
            + " `alertmanager`, `slack`, `pagerduty`, `email`; did you mean `slack`?",
        "policy:4:6: receivers[1].name: found the text \"a\", as in line 3, expected a name of its"
            + " own",
        "policy:4:58: receivers[1].minimumSeverity: found the text \"Critical\", expected one of"
            + " `info`, `warning`, `critical`; did you mean `critical`?",
        "policy:5:58: receivers[2].default: found a second default, expected one default receiver",
        "policy:5:83: receivers[2].signals[0]: found the text \"new-contry\", expected one of"
            + " `request-surge`, `token-burst`, `new-country`, `unsupported-region`,"
            + " `impossible-travel`, `new-network`, `subscription-misuse`, `account-disabled`,"
            + " `auth-failures`, `feed-silent`, `feed-unreadable`,"
            + " `address-useless`; did you mean `new-country`?",
        "policy:6:9: links.dashboard: found the text"
            + " \"https://grafana.example.com/d/x?k={kee}\", expected {vendor}, {account}, {key},"
            + " {keyAlias}, {team}, {signal}, {from}, {to} as placeholders; did you mean {key}?");
  }

  @Test
  void aLinkLeadsWhereThePolicySaysWhateverStandsInAnAlert() {
    refuses(
        """
        schemaVersion: 1
        links: {dashboard: "https://{team}.example.com/"}
        """,
        "policy:2:9: links.dashboard: found the text \"https://{team}.example.com/\", expected an"
            + " address such as https://grafana.example.com/d/banwatch?var-api_key={key}");
  }

  @Test
  void headersThatBanwatchWritesStayItsOwn() {
    refuses(
        """
        schemaVersion: 1
        receivers:
          - name: a
            format: alertmanager
            url: http://x.example.com
            headersFrom: {Content-Type: env:A, Webhook-Id: env:A, "a\\nb": env:A, X-Scope: env:A}
        """,
        "policy:6:19: receivers[0].headersFrom.Content-Type: found a header that Banwatch writes,"
            + " expected another header, `Authorization` say",
        "policy:6:40: receivers[0].headersFrom.Webhook-Id: found a header that Banwatch writes,"
            + " expected another header, `Authorization` say",
        "policy:6:59: receivers[0].headersFrom.a\\u000ab: found no name of a header, expected"
            + " another header, `Authorization` say");
  }

  @Test
  void aSilenceHasATimeAndSaysOfWhat() {
    refuses(
        """
        schemaVersion: 1
        silences:
          - {why: a, from: 2026-12-05T20:00:00Z, until: 2026-12-05T20:00:00Z}
          - {why: b, match: {team: x}, from: soon, until: 2026-12-05T20:00:00Z}
        """,
        "policy:3:5: silences[0]: found a silence of everything, expected `match`, `signals` or"
            + " both",
        "policy:3:42: silences[0].until: found 2026-12-05T20:00:00Z, expected a time after `from`"
            + " (2026-12-05T20:00:00Z)",
        "policy:4:32: silences[1].from: found the text \"soon\", expected an ISO 8601 time with its"
            + " zone, for example 2026-11-03T14:00:00Z");
  }

  private static void refuses(String yaml, String... problems) {
    String message = PolicyProblemsTest.refused(() -> PolicyReader.fromText(yaml)).getMessage();

    assertThat(message.lines()).containsExactly(problems);
    assertThat(message).doesNotContain("c2VjcmV0");
  }
}
