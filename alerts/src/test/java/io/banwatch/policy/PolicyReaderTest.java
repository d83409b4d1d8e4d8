package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {
  private static final Subject ANYONE = new Subject("anthropic", "org-1", "88dc", "bot", "search");

  @TempDir private Path directory;

  @Test
  void theBuiltInPolicyHoldsWhatDetectionMeasured() {
    Settings settings = PolicyReader.builtIn().settingsFor(ANYONE);

    assertThat(settings.signals().requestSurge().key())
        .containsExactly(Map.entry("requests", windows(40, 90, 450)));
    assertThat(settings.signals().tokenBurst().key())
        .containsExactly(
            Map.entry("input", windows(120_000, 450_000, 2_000_000)),
            Map.entry("output", windows(20_000, 60_000, 300_000)));
    assertThat(settings.learning().youngKeyPenalty()).isEqualTo(0.5);
    assertThat(settings.learning().youngestDays()).isEqualTo(0.2);
    assertThat(settings.learning().recordDays()).isEqualTo(28);
    assertThat(settings.learning().adoptFactorPerWeek()).isEqualTo(4);
    assertThat(settings.growth().holdSeconds()).isEqualTo(60);
    assertThat(PolicyReader.builtIn().accounts()).isEmpty();
    assertThat(PolicyReader.builtIn().networks()).isEmpty();
    assertThat(PolicyReader.builtIn().trustedProxies()).contains("10.0.0.0/8", "fc00::/7");
  }

  @Test
  void theBuiltInPolicyIsAValidPolicyFile() throws IOException {
    Policy copied = PolicyReader.read(Path.of("policy.yaml"));

    assertThat(copied.hash()).isEqualTo(PolicyReader.builtIn().hash());
  }

  @Test
  void aPartialPolicyKeepsTheRestOfTheDefault() {
    Settings changed =
        PolicyReader.fromText(
                """
                schemaVersion: 1
                signals:
                  request-surge:
                    key: {requests: {oneMinute: {floor: 500}}}
                """)
            .settingsFor(ANYONE);
    Settings before = PolicyReader.builtIn().settingsFor(ANYONE);

    assertThat(changed.signals().requestSurge().key().get("requests"))
        .isEqualTo(
            new PaceWindows(
                new PaceWindow(2, 500), new PaceWindow(2.5, 90), new PaceWindow(3, 450)));
    assertThat(changed.signals().requestSurge().account())
        .isEqualTo(before.signals().requestSurge().account());
    assertThat(changed.signals().tokenBurst()).isEqualTo(before.signals().tokenBurst());
    assertThat(changed.learning()).isEqualTo(before.learning());
    assertThat(changed.growth()).isEqualTo(before.growth());
  }

  @Test
  void theCompanysOwnWorldIsRead() {
    Policy policy =
        PolicyReader.fromText(
            """
            schemaVersion: 1
            gateway: {trustedProxies: [10.0.0.0/8, 192.0.2.7], trustedHops: 2}
            time: {disorderSeconds: 5}
            accounts:
              - account: production
                vendor: anthropic
                organizations: [org-9]
                hosts: [llm.example.com]
              - {account: other, deployments: [0a1b]}
            networks:
              - {name: head office, kind: office, blocks: [203.0.113.0/24, "2001:DB8:0::/48"]}
            planned:
              - name: launch
                signals: [request-surge, token-burst]
                match: {team: search}
                from: 2026-12-05T21:00:00+01:00
                until: 2026-12-06T06:00Z
            """);

    assertThat(policy.trustedProxies()).containsExactly("10.0.0.0/8", "192.0.2.7/32");
    assertThat(policy.trustedHops()).isEqualTo(2);
    assertThat(policy.disorderMillis()).isEqualTo(5_000);
    assertThat(policy.accounts())
        .containsExactly(
            new AccountRule(
                "production", "anthropic", List.of("org-9"), List.of(), List.of("llm.example.com")),
            new AccountRule("other", null, List.of(), List.of("0a1b"), List.of()));
    assertThat(policy.networks())
        .containsExactly(
            new DeclaredNetwork(
                "head office", "office", List.of("203.0.113.0/24", "2001:db8::/48")));
    assertThat(policy.calmedBy("token-burst", ANYONE, millis("2026-12-05T20:00:00Z")))
        .isEqualTo(
            new PlannedEvent(
                "launch",
                List.of("request-surge", "token-burst"),
                new Match(null, null, "search", null),
                millis("2026-12-05T20:00:00Z"),
                millis("2026-12-06T06:00:00Z")));
  }

  @Test
  void theSameMeaningHasTheSameHash() {
    String one =
        """
        schemaVersion: 1
        learning: {recordDays: 14, youngKeyPenalty: 2}
        networks: [{name: a, kind: nat, blocks: ["2001:db8::/32", 192.0.2.7]}]
        planned:
          - name: p
            signals: [new-country]
            match: {key: x}
            from: 2026-12-05T20:00:00Z
            until: 2026-12-05T22:00:00Z
        """;
    String other =
        """
        # the same, said otherwise
        planned:
        - until: "2026-12-05T23:00:00.000+01:00"
          from: 2026-12-05T20:00Z
          match: {"key": 'x'}
          signals:
          - new-country
          name: p
        networks:
        - blocks:
          - 2001:0DB8:0:0::/32
          - 192.0.2.7/32
          kind: nat
          name: a
        learning:
          youngKeyPenalty: 2.0
          recordDays: 14
        growth: {holdSeconds: 60}
        schemaVersion: 1
        """;

    assertThat(PolicyReader.fromText(one).hash())
        .matches("[0-9a-f]{12}")
        .isEqualTo(PolicyReader.fromText(other).hash())
        .isNotEqualTo(PolicyReader.builtIn().hash())
        .isNotEqualTo(PolicyReader.fromText(one.replace("14", "15")).hash());
    assertThat(PolicyReader.fromText("schemaVersion: 1").hash())
        .isEqualTo(PolicyReader.builtIn().hash());
  }

  @Test
  void aFileMayBeginWithAByteOrderMarkAndEndItsLinesAsWindowsDoes() throws IOException {
    Path file = directory.resolve("policy.yaml");
    Files.writeString(file, "\uFEFFschemaVersion: 1\r\ngrowth:\r\n  fewKeys: 9\r\n");

    Policy policy = PolicyReader.read(file);

    assertThat(policy.settingsFor(ANYONE).growth().fewKeys()).isEqualTo(9);
  }

  @Test
  void anchorsMayBeUsed() {
    Policy policy =
        PolicyReader.fromText(
            """
            schemaVersion: 1
            overrides:
              - {match: {key: a}, learning: &calm {youngKeyPenalty: 3}}
              - {match: {key: b}, learning: *calm}
            """);

    Subject key = new Subject("anthropic", "org-1", "b", null, null);
    assertThat(policy.settingsFor(key).learning().youngKeyPenalty()).isEqualTo(3);
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() throws IOException {
    Path latin = directory.resolve("latin.yaml");
    Files.write(latin, "schemaVersion: 1\n# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Path large = directory.resolve("large.yaml");
    Files.writeString(large, "#".repeat((1 << 20) + 1));

    refuses(directory.resolve("none.yaml"), ": found no such file, expected a policy file");
    refuses(directory, ": found a directory, expected a policy file");
    refuses(latin, ":2:6: found bytes that are not UTF-8, expected a policy saved as UTF-8");
    refuses(large, ": found more than 1 MiB, expected a policy file");
  }

  private static void refuses(Path file, String message) {
    assertThat(PolicyProblemsTest.refused(() -> PolicyReader.read(file)).getMessage())
        .isEqualTo(file + message);
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static PaceWindows windows(long oneMinute, long tenMinutes, long sixtyMinutes) {
    return new PaceWindows(
        new PaceWindow(2, oneMinute),
        new PaceWindow(2.5, tenMinutes),
        new PaceWindow(3, sixtyMinutes));
  }

  @Test
  void howTheUsageLogIsKeptChangesNoAlertAndNoHash() {
    Policy policy = PolicyReader.fromText("schemaVersion: 1\nusageLog: {keepDays: 7}");
    assertThat(policy.usageLog()).isEqualTo(new UsageLogLimits(64, 60, 7, 10));
    assertThat(policy.hash()).isEqualTo(PolicyReader.builtIn().hash());
  }
}
