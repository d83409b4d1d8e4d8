package io.banwatch.measure;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointBuilder;
import io.banwatch.metric.TagNames;
import java.util.ArrayList;
import java.util.List;

/**
 * The open alerts of one account, or of the feed: a point at each change, and one each minute, so
 * that a dashboard's range always holds one. Plain public fields as in {@link KeySlices}.
 */
public class OpenAlerts {
  private static final long MINUTE = 60_000;

  /** So long after its last change an account without open alerts is written. */
  private static final long QUIET_MILLIS = 7 * 86_400_000L;

  /** The vendor. */
  public String vendor = "";

  /** The account. */
  public String account = "";

  /** Those that are open, in the order in which they opened. */
  public List<OpenAlert> open = new ArrayList<>();

  /** Event time of the newest change, epoch milliseconds. */
  public long changedAt;

  /** The time of the newest point, epoch milliseconds; none goes back behind it. */
  public long writtenAt;

  /** Takes the next line of the account's alerts; returns the point as it is then. */
  public Point observe(Alert line) {
    vendor = vendorOf(line);
    account = accountOf(line);
    open.removeIf(known -> known.id.equals(line.id()));
    if (line.status() == AlertStatus.FIRING) {
      OpenAlert opened = new OpenAlert();
      opened.id = line.id();
      opened.rank = rank(line.severity());
      open.add(opened);
    }
    changedAt = Math.max(changedAt, line.changedAt());
    return point(Slices.start(Slices.of(line.changedAt())));
  }

  /**
   * A full minute has come.
   *
   * @param minute epoch milliseconds
   */
  public Point minute(long minute) {
    return point(minute);
  }

  /** The next full minute that is written, unless time has gone far beyond it. */
  public long nextMinute(long watermark) {
    long next = Math.floorDiv(Math.max(writtenAt, changedAt), MINUTE) + 1;
    long oldest = watermark == Long.MIN_VALUE ? next : (watermark - QUIET_MILLIS) / MINUTE;
    return Math.max(next, oldest) * MINUTE;
  }

  /** Whether nothing is open any more, and was not for long. */
  public boolean isOver(long now) {
    return open.isEmpty() && now >= changedAt + QUIET_MILLIS;
  }

  /** The vendor of an alert as it stands in tags. */
  public static String vendorOf(Alert line) {
    Subject subject = line.subject();
    return subject.isFeed() ? TagNames.FEED : subject.vendor();
  }

  /** The account of an alert. */
  public static String accountOf(Alert line) {
    Subject subject = line.subject();
    return subject.isFeed() ? TagNames.FEED : subject.account();
  }

  private Point point(long at) {
    writtenAt = Math.max(writtenAt, at);
    return new PointBuilder(
            Measurement.ACCOUNT_ALERTS, writtenAt, AccountTags.tags(vendor, account))
        .with(FieldNames.INFO, count(Severity.INFO))
        .with(FieldNames.WARNING, count(Severity.WARNING))
        .with(FieldNames.CRITICAL, count(Severity.CRITICAL))
        .with(FieldNames.WORST, open.stream().mapToInt(alert -> alert.rank).max().orElse(0))
        .build();
  }

  private long count(Severity severity) {
    return open.stream().filter(alert -> alert.rank == rank(severity)).count();
  }

  private static int rank(Severity severity) {
    return switch (severity) {
      case INFO -> 1;
      case WARNING -> 2;
      case CRITICAL -> 3;
    };
  }
}
