package io.banwatch.detect;

import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.policy.Settings;
import io.banwatch.usage.Credential;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import io.banwatch.vendor.VendorProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One key's requests, handed to one signal. */
final class KeyTraffic {
  static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

  final KeyState state = new KeyState();
  final List<Finding> findings = new ArrayList<>();
  private final KeySignal signal;
  private final Settings settings;
  private Tokens tokens = new Tokens(1_000, 0, 0, 200);
  private AnsweredBy answeredBy = AnsweredBy.VENDOR;
  private boolean late;

  KeyTraffic(KeySignal signal) {
    this(signal, PaceSettings.defaults());
  }

  KeyTraffic(KeySignal signal, Settings settings) {
    this.signal = signal;
    this.settings = settings;
  }

  static Instant day(double day) {
    return START.plusMillis(Math.round(day * Duration.ofDays(1).toMillis()));
  }

  KeyTraffic with(Tokens each) {
    tokens = each;
    return this;
  }

  KeyTraffic answeredBy(AnsweredBy by) {
    answeredBy = by;
    return this;
  }

  KeyTraffic late(boolean value) {
    late = value;
    return this;
  }

  /** A number of requests, evenly spread from one moment over a time. */
  KeyTraffic send(int requests, Instant from, Duration over) {
    for (int i = 0; i < requests; i++) {
      sendAt(from.plusMillis(over.toMillis() * i / requests));
    }
    return this;
  }

  /** The same requests on each of the days from a first one to before a last one. */
  KeyTraffic sendDaily(int requests, int firstDay, int beforeDay, Duration over) {
    for (int day = firstDay; day < beforeDay; day++) {
      send(requests, day(day).plus(Duration.ofHours(9)), over);
    }
    return this;
  }

  void sendAt(Instant instant) {
    long at = instant.toEpochMilli();
    state.firstAt = state.firstAt == 0 ? at : state.firstAt;
    UsageEvent event =
        new UsageEvent(
            1,
            0,
            at,
            at,
            "88dc",
            "ci-bot",
            "search",
            null,
            "anthropic",
            "org-1",
            null,
            "claude-sonnet-5",
            tokens,
            0,
            AnswerClass.OK,
            answeredBy,
            null,
            Credential.API_KEY,
            null,
            false);
    KeyContext context =
        new KeyContext(
            settings, new VendorProfile("anthropic", Set.of()), null, late, Instant.EPOCH);
    signal.observe(event, state, context, findings::add);
    state.newestAt = Math.max(state.newestAt, at);
  }

  /** The first finding's evidence of this name: its number, or its text. */
  Object evidence(String name) {
    for (Fact fact : findings.get(0).explanation().get().evidence()) {
      if (fact.name().equals(name)) {
        return fact.number() == null ? fact.text() : fact.number();
      }
    }
    return null;
  }

  String summary() {
    return findings.get(0).explanation().get().summary();
  }
}
