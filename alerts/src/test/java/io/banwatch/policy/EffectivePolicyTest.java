package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectivePolicyTest {
  private static final Policy POLICY =
      PolicyReader.fromText(
          """
          schemaVersion: 1
          overrides:
            - match: {vendor: anthropic}
              signals:
                request-surge: {quietMinutes: 10, criticalAtThresholds: 9}
            - match: {key: "nightly-*", team: search}
              signals:
                request-surge: {quietMinutes: 20}
              learning: {youngKeyPenalty: 1}
            - match: {account: "org-*"}
              growth: {holdSeconds: 0}
          planned:
            - name: archive
              signals: [request-surge]
              match: {key: "batch-*"}
              from: 2026-12-05T20:00:00Z
              until: 2026-12-06T06:00:00Z
            - name: everything
              signals: [request-surge, new-country]
              match: {vendor: "*"}
              from: 2026-12-06T05:00:00Z
              until: 2026-12-06T07:00:00Z
          """);

  @Test
  void whatNoOverrideMatchesKeepsThePolicy() {
    assertThat(POLICY.settingsFor(key("openai", "acme", "bot", "web")))
        .isEqualTo(PolicyReader.builtIn().settingsFor(key("openai", "acme", "bot", "web")));
  }

  @Test
  void everyMatchingOverrideIsMergedAndTheLaterOneWins() {
    Settings settings = POLICY.settingsFor(key("anthropic", "acme", "nightly-3", "search"));

    assertThat(settings.signals().requestSurge().quietMinutes()).isEqualTo(20);
    assertThat(settings.signals().requestSurge().criticalAtThresholds()).isEqualTo(9);
    assertThat(settings.learning().youngKeyPenalty()).isEqualTo(1);
    assertThat(settings.growth().holdSeconds()).isEqualTo(60);
  }

  @Test
  void everyPatternThatIsGivenMustMatch() {
    Settings settings = POLICY.settingsFor(key("openai", "acme", "nightly-3", "web"));

    assertThat(settings.learning().youngKeyPenalty()).isEqualTo(0.5);
  }

  @Test
  void subjectsThatMatchTheSameOverridesShareOneInstance() {
    Settings one = POLICY.settingsFor(key("openai", "org-1", "bot", "web"));

    assertThat(POLICY.settingsFor(key("google", "org-2", "other", null))).isSameAs(one);
    assertThat(POLICY.settingsFor(Subject.ofAccount("openai", "org-3"))).isSameAs(one);
    assertThat(POLICY.settingsFor(key("anthropic", "org-2", "other", null))).isNotSameAs(one);
  }

  @Test
  void manyThreadsGetTheSameInstances() {
    Policy fresh = PolicyReader.fromText("schemaVersion: 1\ngrowth: {fewKeys: 7}");
    Set<Settings> instances = Collections.newSetFromMap(new IdentityHashMap<>());
    IntStream.range(0, 1_000)
        .parallel()
        .mapToObj(i -> fresh.settingsFor(key("openai", "acme", "bot-" + i, null)))
        .forEach(
            settings -> {
              synchronized (instances) {
                instances.add(settings);
              }
            });

    assertThat(instances).hasSize(1);
  }

  @Test
  void aPlannedEventCalmsItsSignalsForItsKeysInItsTime() {
    Subject batch = key("openai", "acme", "batch-1", null);

    assertThat(calmedBy("request-surge", batch, "2026-12-05T19:59:59.999Z")).isNull();
    assertThat(calmedBy("request-surge", batch, "2026-12-05T20:00:00Z")).isEqualTo("archive");
    assertThat(calmedBy("request-surge", batch, "2026-12-06T05:59:59.999Z")).isEqualTo("archive");
    assertThat(calmedBy("request-surge", batch, "2026-12-06T06:00:00Z")).isEqualTo("everything");
    assertThat(calmedBy("request-surge", batch, "2026-12-06T07:00:00Z")).isNull();
    assertThat(calmedBy("token-burst", batch, "2026-12-05T21:00:00Z")).isNull();
    assertThat(calmedBy("request-surge", key("openai", "acme", "x", null), "2026-12-05T21:00:00Z"))
        .isNull();
    assertThat(calmedBy("new-country", Subject.ofAccount("openai", "acme"), "2026-12-06T05:00:00Z"))
        .isEqualTo("everything");
  }

  @Test
  void aKeyIsMatchedByItsAliasOrItsHashAndAPatternNeverMatchesWhatIsNotThere() {
    Match match = new Match(null, null, null, "*dc");

    assertThat(match.matches(new Subject("v", "a", "88dc", "bot", null))).isTrue();
    assertThat(match.matches(new Subject("v", "a", "77", "my-dc", null))).isTrue();
    assertThat(match.matches(new Subject("v", "a", "77", null, null))).isFalse();
    assertThat(new Match(null, null, null, "*").matches(Subject.ofAccount("v", "a"))).isFalse();
    assertThat(new Match(null, null, "*", null).matches(Subject.ofAccount("v", "a"))).isFalse();
    assertThat(new Match("v", "a", null, null).matches(Subject.ofAccount("v", "a"))).isTrue();
  }

  @Test
  void aPolicySurvivesTheTripToAnotherMachine() throws IOException, ClassNotFoundException {
    Policy arrived = copied(POLICY);
    Subject nightly = key("anthropic", "org-1", "nightly-3", "search");

    assertThat(arrived.hash()).isEqualTo(POLICY.hash());
    assertThat(arrived.settingsFor(nightly)).isEqualTo(POLICY.settingsFor(nightly));
    assertThat(arrived.trustedProxies()).isEqualTo(POLICY.trustedProxies());
    assertThat(arrived.disorderMillis()).isEqualTo(POLICY.disorderMillis());
    assertThat(arrived.calmedBy("new-country", nightly, millis("2026-12-06T05:00:00Z")))
        .isEqualTo(POLICY.calmedBy("new-country", nightly, millis("2026-12-06T05:00:00Z")));
  }

  @Test
  void namesWithAnyCharacterSurviveTheTripToo() throws IOException, ClassNotFoundException {
    Policy policy =
        PolicyReader.fromText(
            "schemaVersion: 1\n"
                + "networks: [{name: \"\\x7F\\e\\u2028\\U0001F680\", kind: vpn, blocks: [\"::1\"]}]");

    assertThat(copied(policy).networks()).isEqualTo(policy.networks());
  }

  private static Policy copied(Policy policy) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(policy);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Policy) in.readObject();
    }
  }

  private static String calmedBy(String signal, Subject subject, String at) {
    PlannedEvent event = POLICY.calmedBy(signal, subject, millis(at));
    return event == null ? null : event.name();
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static Subject key(String vendor, String account, String alias, String team) {
    return new Subject(vendor, account, "88dc" + alias, alias, team);
  }
}
