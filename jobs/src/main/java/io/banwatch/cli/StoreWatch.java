package io.banwatch.cli;

import io.banwatch.service.StoreStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a person hears of storing: when it stops, why, and when it goes on. */
final class StoreWatch {
  /** Shorter ones, such as a restart of InfluxDB, are nobody's business. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final Clock clock;
  private String told;

  StoreWatch(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Its part of the status line. */
  String part(StoreStatus status) {
    if (status.trouble() != null || !status.job().running()) {
      return "storing waits, " + Amount.bytes(status.unreadBytes()) + " behind";
    }
    return "stored "
        + Amount.count(status.stored())
        + (status.rejected() == 0 ? "" : ", refused " + Amount.count(status.rejected()))
        + (status.unreadBytes() == 0 ? "" : ", " + Amount.bytes(status.unreadBytes()) + " behind");
  }

  /** What is wrong, once it has lasted; told on the terminal when it begins and when it ends. */
  Optional<String> problem(StoreStatus status) {
    long since = status.troubleMillis();
    Duration lasted = Duration.ofMillis(since == 0 ? 0 : Math.max(0, clock.millis() - since));
    String reason = status.trouble() == null ? status.job().failure() : status.trouble();
    boolean stands = status.trouble() != null ? lasted.compareTo(SHORT) >= 0 : fails(status);
    if (!stands) {
      if (told != null && status.trouble() == null && status.job().running()) {
        terminal.message("points are stored again");
        told = null;
      }
      return Optional.empty();
    }
    if (!Objects.equals(told, reason)) {
      told = reason;
      terminal.message("points are not stored, and wait in their log; alerts go on: " + reason);
    }
    return Optional.of(
        "points are not stored for "
            + Amount.time(lasted)
            + ", "
            + Amount.bytes(status.unreadBytes())
            + " wait: "
            + reason);
  }

  private static boolean fails(StoreStatus status) {
    return !status.job().running() && status.job().failure() != null;
  }
}
