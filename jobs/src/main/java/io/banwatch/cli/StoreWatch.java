package io.banwatch.cli;

import io.banwatch.service.StoreStatus;
import io.banwatch.store.InfluxAddress;
import io.banwatch.store.InfluxTrial;
import io.banwatch.store.StoreProgress.Trouble;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a person hears of storing for ever: when it stops, why, and when it goes on. */
final class StoreWatch {
  /** Of the first question; the job's own are given longer. */
  private static final Duration FIRST_ANSWER = Duration.ofSeconds(4);

  private final Clock clock;
  private final Path directory;
  private final OutageNews news;
  private long failingSince;

  /**
   * @param directory where points wait
   * @param meanwhile what goes on all the same, after a semicolon, or empty
   */
  StoreWatch(Terminal terminal, Clock clock, Path directory, String meanwhile) {
    this.clock = clock;
    this.directory = directory;
    this.news = new OutageNews(terminal, clock, meanwhile);
  }

  /** Asks InfluxDB beside the start of the job, which takes longer than a person should wait. */
  void ask(InfluxAddress address, Map<String, String> environment) {
    Thread asking =
        new Thread(
            () ->
                InfluxTrial.trouble(address, environment, FIRST_ANSWER)
                    .ifPresent(trouble -> news.begins(trouble, "they wait in " + directory)),
            "influxdb first question");
    asking.setDaemon(true);
    asking.start();
  }

  /** Its part of the status line. */
  String part(StoreStatus status) {
    if (trouble(status) != null) {
      return "storing waits, " + behind(status);
    }
    return "stored "
        + Amount.count(status.stored())
        + (status.rejected() == 0 ? "" : ", refused " + Amount.count(status.rejected()))
        + (status.unreadBytes() == 0 ? "" : ", " + Amount.bytes(status.unreadBytes()) + " behind");
  }

  /** What is wrong, once it has lasted; told on the terminal when it begins and when it ends. */
  Optional<String> problem(StoreStatus status) {
    Trouble trouble = trouble(status);
    String waiting = "they wait in " + directory + " (" + behind(status) + ")";
    if (trouble == null) {
      if (status.proven()) {
        news.well(status.waiting() + status.unreadBytes() == 0 ? "" : behind(status));
      }
      return Optional.empty();
    }
    news.troubled(trouble, waiting);
    Duration lasted = Duration.ofMillis(Math.max(0, clock.millis() - trouble.sinceMillis()));
    if (lasted.compareTo(OutageNews.SHORT) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        "points are not stored for "
            + Amount.time(lasted)
            + ", "
            + waiting
            + ": "
            + OutageNews.sentence(trouble));
  }

  /** InfluxDB's, or the job's own; null while all is well. */
  private Trouble trouble(StoreStatus status) {
    boolean fails = !status.job().running() && status.job().failure() != null;
    failingSince = !fails ? 0 : failingSince == 0 ? clock.millis() : failingSince;
    if (status.trouble() != null || !fails) {
      return status.trouble();
    }
    return new Trouble(
        failingSince, "the job failed and starts again (" + status.job().failure() + ")", "");
  }

  private static String behind(StoreStatus status) {
    String logs = Amount.bytes(status.unreadBytes()) + " of logs";
    if (status.waiting() == 0 && status.unreadBytes() > 0) {
      return logs;
    }
    String points = Amount.count(status.waiting(), "point");
    return status.unreadBytes() == 0 ? points : points + " and " + logs;
  }
}
