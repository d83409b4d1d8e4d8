package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.place.PlaceLookups;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Requests;
import java.util.ArrayList;
import java.util.List;

/** The feed's detection with its state, shown what a test lets happen, as its operator would. */
final class Feed {
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  /** Monday, 2 November 2026, midnight UTC. */
  static final long MONDAY = 1_793_577_600_000L;

  final FeedState state = new FeedState();
  final List<Alert> told = new ArrayList<>();
  private final FeedDetection detection;
  private long offset;

  /**
   * @param policy what differs from the built-in one, after the version
   * @param format the gateway's format, or null
   */
  Feed(String policy, String format) {
    Policy read = PolicyReader.fromText("schemaVersion: 1\n" + policy);
    detection =
        new FeedDetection(
            read, DetectionSignals.ofFeed(PlaceLookups.open(null, read.networks()), format));
  }

  Feed() {
    this("", null);
  }

  /** One request, after what the time before it decides. */
  void see(Requests request, long at) {
    long silentAt = detection.silentAt(state);
    if (at > silentAt) {
      detection.advance(silentAt, state, told::add);
      detection.stillSilent(at, state, told::add);
    } else {
      detection.advance(Math.min(at, silentAt - 1), state, told::add);
    }
    detection.observe(request.event(), state, told::add);
  }

  void see(long at) {
    see(Requests.at(at), at);
  }

  /** Requests at an even pace, the last before {@code until}. */
  void see(long from, long until, long every) {
    for (long at = from; at < until; at += every) {
      see(at);
    }
  }

  void reject(Reason reason, int count) {
    for (int i = 0; i < count; i++) {
      Position position = new Position("usage.jsonl", offset++, 1, -1);
      detection.rejected(new Rejection(position, reason, null, "no"), state, told::add);
    }
  }

  long silentAt() {
    return detection.silentAt(state);
  }

  /** Lines as status, severity and signal. */
  List<String> lines() {
    return told.stream()
        .map(line -> line.status().word() + " " + line.severity().word() + " " + line.signal())
        .toList();
  }
}
