package io.banwatch.store;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import java.util.Locale;
import java.util.Set;

/** What five minutes of a field's values become. InfluxQL and Flux call them alike. */
enum Aggregate {
  /** What adds up: requests, tokens, money. */
  SUM,
  /** What would be counted twice if it were added, and what is watched for its peaks. */
  MAX,
  /** What is watched for its lows. */
  MIN,
  /** What describes. */
  LAST;

  private static final Set<String> LARGEST =
      Set.of(
          FieldNames.ADDRESSES,
          FieldNames.COUNTRIES,
          FieldNames.ACTIVE_KEYS,
          FieldNames.LATENESS_MOST_SECONDS,
          FieldNames.BEHIND_BYTES,
          FieldNames.BEHIND_SECONDS,
          FieldNames.USED_SHARE);

  private static final Set<String> SMALLEST =
      Set.of(FieldNames.REQUESTS_REMAINING, FieldNames.TOKENS_REMAINING);

  /** That of a field; text is never added. */
  static Aggregate of(Measurement measurement, String field) {
    return switch (measurement) {
      case KEY_USAGE, ACCOUNT_USAGE, PIPELINE, PIPELINE_LAG -> LARGEST.contains(field) ? MAX : SUM;
      case KEY_PACE, ACCOUNT_PACE -> isUsualLow(field) ? MIN : MAX;
      case KEY_PLACE -> field.equals(FieldNames.REQUESTS) ? SUM : LAST;
      case ACCOUNT_LIMITS -> SMALLEST.contains(field) ? MIN : LARGEST.contains(field) ? MAX : LAST;
      case ACCOUNT_ALERTS, ALERT_CHANGES -> LAST;
    };
  }

  private static boolean isUsualLow(String field) {
    return FieldNames.PACE_MEASURES.stream().map(FieldNames::usualLow).anyMatch(field::equals);
  }

  /** The function's name. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
