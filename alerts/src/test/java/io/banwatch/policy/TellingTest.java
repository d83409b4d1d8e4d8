package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingTest {
  private static final String EVERYTHING =
      """
      schemaVersion: 1
      receivers:
        - name: oncall
          format: standard
          url: https://hooks.example.com/x
          secretFrom: env:SECRET
          previousSecretFrom: file:/run/old
          headersFrom: {Authorization: env:BEARER}
          minimumSeverity: critical
        - name: search-team
          format: slack
          urlFrom: env:SLACK
          signals: [request-surge]
          matches: [{team: search}, {key: "search-*"}]
          resolved: false
          digest: {groupSeconds: 300}
          fullAddresses: true
        - name: rest
          format: email
          default: true
          minimumSeverity: warning
          email: {host: mail, port: 25, startTls: false, from: b@example.com, to: [a@example.com]}
      silences:
        - why: the move
          signals: [new-network]
          from: 2026-12-05T21:00:00+01:00
          until: 2026-12-06T06:00:00Z
      links: {dashboard: "https://grafana.example.com/d/x?k={key}"}
      alertmanager: {resendMinutes: 1, firingHours: 24}
      """;

  @Test
  void everyFieldArrives() {
    Telling telling = PolicyReader.fromText(EVERYTHING).telling();

    assertThat(telling.receivers())
        .containsExactly(
            new Receiver(
                "oncall",
                ReceiverFormat.STANDARD,
                "https://hooks.example.com/x",
                null,
                new Reference("env:SECRET"),
                new Reference("file:/run/old"),
                Map.of("Authorization", new Reference("env:BEARER")),
                false,
                Severity.CRITICAL,
                List.of(),
                List.of(),
                true,
                null,
                false,
                null),
            new Receiver(
                "search-team",
                ReceiverFormat.SLACK,
                null,
                new Reference("env:SLACK"),
                null,
                null,
                Map.of(),
                false,
                Severity.INFO,
                List.of("request-surge"),
                List.of(
                    new Match(null, null, "search", null), new Match(null, null, null, "search-*")),
                false,
                new Digest(300),
                true,
                null),
            new Receiver(
                "rest",
                ReceiverFormat.EMAIL,
                null,
                null,
                null,
                null,
                Map.of(),
                true,
                Severity.WARNING,
                List.of(),
                List.of(),
                true,
                null,
                false,
                new EmailSettings(
                    "mail", 25, false, false, null, "b@example.com", List.of("a@example.com"))));
    assertThat(telling.silences())
        .containsExactly(
            new Silence(
                "the move", List.of("new-network"), null, 1_796_500_800_000L, 1_796_536_800_000L));
    assertThat(telling.dashboard()).isEqualTo("https://grafana.example.com/d/x?k={key}");
    assertThat(telling.resendMillis()).isEqualTo(60_000);
    assertThat(telling.firingMillis()).isEqualTo(86_400_000);
  }

  @Test
  void aMailServersConnectionIsEncryptedUnlessThePolicySaysOtherwise() {
    EmailSettings submission = email(587, null, null);
    assertThat(submission.startTls()).isTrue();
    assertThat(submission.implicitTls()).isFalse();
    EmailSettings smtps = email(465, null, null);
    assertThat(smtps.startTls()).isFalse();
    assertThat(smtps.implicitTls()).isTrue();
    assertThat(email(2465, null, true).startTls()).isFalse();
    assertThat(email(25, false, null).implicitTls()).isFalse();
  }

  private static EmailSettings email(int port, Boolean startTls, Boolean implicitTls) {
    return new EmailSettings(
        "mail", port, startTls, implicitTls, null, "b@example.com", List.of("a@example.com"));
  }

  @Test
  void howAlertsAreToldIsNoPartOfThePolicysHash() {
    assertThat(PolicyReader.fromText(EVERYTHING).hash()).isEqualTo(PolicyReader.builtIn().hash());
    assertThat(PolicyReader.fromText("schemaVersion: 1\ngrowth: {holdSeconds: 61}").hash())
        .isNotEqualTo(PolicyReader.builtIn().hash());
  }

  @Test
  void nobodyIsToldByDefault() {
    Telling telling = PolicyReader.builtIn().telling();

    assertThat(telling.receivers()).isEmpty();
    assertThat(telling.silences()).isEmpty();
    assertThat(telling.dashboard()).isEmpty();
  }

  @Test
  void everyReceiverThatItSuitsIsTold() {
    Telling telling = PolicyReader.fromText(EVERYTHING).telling();
    Subject search = new Subject("anthropic", "org-1", "88dc", "x", "search");
    Subject other = new Subject("anthropic", "org-1", "88dc", "search-x", null);

    assertThat(names(telling, alert(Severity.CRITICAL, "request-surge", search)))
        .containsExactly("oncall", "search-team");
    assertThat(names(telling, alert(Severity.INFO, "request-surge", other)))
        .containsExactly("search-team");
    assertThat(names(telling, alert(Severity.CRITICAL, "new-country", search)))
        .containsExactly("oncall");
  }

  @Test
  void theDefaultGetsTheRestThatSuitsIt() {
    Telling telling = PolicyReader.fromText(EVERYTHING).telling();
    Subject account = Subject.ofAccount("openai", "org-2");

    assertThat(names(telling, alert(Severity.WARNING, "request-surge", account)))
        .containsExactly("rest");
    assertThat(names(telling, alert(Severity.INFO, "request-surge", account))).isEmpty();
  }

  @Test
  void anAlertAboutTheFeedFitsNoPattern() {
    Telling telling = PolicyReader.fromText(EVERYTHING).telling();
    Subject feed = new Subject(null, null, null, null, null);

    assertThat(names(telling, alert(Severity.WARNING, "request-surge", feed)))
        .containsExactly("rest");
  }

  @Test
  void aSilenceHoldsFromItsFirstMomentToBeforeItsLast() {
    Telling telling = PolicyReader.fromText(EVERYTHING).telling();
    Alert covered = alert(Severity.INFO, "new-network", Subject.ofAccount("openai", "org-2"));
    Alert other = alert(Severity.INFO, "new-country", covered.subject());

    assertThat(telling.silencing(covered, 1_796_500_799_999L)).isEmpty();
    assertThat(telling.silencing(covered, 1_796_500_800_000L))
        .map(Silence::why)
        .hasValue("the move");
    assertThat(telling.silencing(covered, 1_796_536_799_999L)).isPresent();
    assertThat(telling.silencing(covered, 1_796_536_800_000L)).isEmpty();
    assertThat(telling.silencing(other, 1_796_500_800_000L)).isEmpty();
  }

  @Test
  void itTravelsWithThePolicy() throws IOException, ClassNotFoundException {
    Policy policy = PolicyReader.fromText(EVERYTHING);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(policy);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Policy read = (Policy) in.readObject();
      assertThat(read.telling()).isEqualTo(policy.telling());
      assertThat(read.hash()).isEqualTo(policy.hash());
    }
  }

  @Test
  void aReceiverShowsNoAddress() {
    assertThat(PolicyReader.fromText(EVERYTHING).telling().receivers().get(0))
        .hasToString("receiver oncall (standard)");
  }

  private static List<String> names(Telling telling, Alert alert) {
    return telling.receiversOf(alert).stream().map(Receiver::name).toList();
  }

  private static Alert alert(Severity severity, String signal, Subject subject) {
    return new Alert(
        "0123456789abcdef01234567",
        1,
        AlertStatus.FIRING,
        severity,
        signal,
        subject,
        "5f1e5f1e5f1e",
        0,
        0,
        null,
        new Explanation("", "", List.of(), List.of()));
  }
}
