package io.banwatch.policy;

import io.banwatch.alert.Subject;
import java.io.Serializable;
import java.util.List;

/**
 * A checked policy. Immutable and thread-safe. Travels by Java serialization as its effective text,
 * from which it is rebuilt.
 */
public interface Policy extends Serializable {
  /**
   * The SHA-256 of the effective policy but for {@code usageLog}, {@code alertLog}, {@code
   * metricLog} and {@link #telling}, cut to 12 hex digits; stands in every alert.
   */
  String hash();

  /**
   * What holds for this key. Subjects that match the same overrides share one instance.
   *
   * @param subject a key or, with a null key, an account
   */
  Settings settingsFor(Subject subject);

  /**
   * The planned event that calms this signal now. An event that names a signal about the feed calms
   * it whomever else it is for.
   *
   * @param at event time, epoch milliseconds
   * @return the event, or null when none does
   */
  PlannedEvent calmedBy(String signal, Subject subject, long at);

  /** Rules that name accounts, in order. */
  List<AccountRule> accounts();

  /** The company's own networks. */
  List<DeclaredNetwork> networks();

  /** Blocks in CIDR notation whose hosts may add to a forwarded-for list and be believed. */
  List<String> trustedProxies();

  /** How many hops, counted from the right of a forwarded-for list, are believed. */
  int trustedHops();

  /** How far records may be out of order, in milliseconds. */
  long disorderMillis();

  /** Who is told of alerts, and how. */
  Telling telling();

  /** How the usage log is cut and kept that Banwatch itself writes. */
  UsageLogLimits usageLog();

  /** How the files that a service writes are closed and kept. */
  FileKeeping alertLog();

  /** How the metric log is closed and kept. */
  FileKeeping metricLog();
}
