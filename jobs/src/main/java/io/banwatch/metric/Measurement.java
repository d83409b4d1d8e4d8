package io.banwatch.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured. No name is a reserved word of InfluxQL. */
public enum Measurement {
  /** What a key used in a slice. */
  KEY_USAGE("key_usage", TagNames.OF_KEY, FieldTypes.ofKeyUsage()),

  /** A key's pace, beside its records and thresholds. */
  KEY_PACE("key_pace", TagNames.OF_KEY, FieldTypes.ofPace()),

  /** Where a key was used in a slice. */
  KEY_PLACE("key_place", TagNames.OF_PLACE, FieldTypes.ofPlace()),

  /** What an account used in a slice. */
  ACCOUNT_USAGE("account_usage", TagNames.OF_ACCOUNT, FieldTypes.ofAccountUsage()),

  /** An account's pace, beside its records and thresholds. */
  ACCOUNT_PACE("account_pace", TagNames.OF_ACCOUNT, FieldTypes.ofPace()),

  /** What the vendor said is left of an account's rate limits. */
  ACCOUNT_LIMITS("account_limits", TagNames.OF_MODEL, FieldTypes.ofLimits()),

  /** How many alerts of an account are open, those of its keys among them. */
  ACCOUNT_ALERTS("account_alerts", TagNames.OF_ACCOUNT, FieldTypes.ofOpenAlerts()),

  /** What the values of the log became. */
  PIPELINE("pipeline", List.of(), FieldTypes.ofPipeline()),

  /** How far the job is behind its log; by the wall clock, and only while it follows. */
  PIPELINE_LAG("pipeline_lag", List.of(), FieldTypes.ofLag()),

  /** Each change of an alert. Made from the alert log, and so not in the metric log. */
  ALERT_CHANGES("alert_changes", TagNames.OF_CHANGE, FieldTypes.ofChanges());

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> tags;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, FieldType> fields;

  Measurement(String word, List<String> tags, Map<String, FieldType> fields) {
    this.word = word;
    this.tags = tags;
    this.fields = fields;
  }

  /** Its name in files and stores. */
  public String word() {
    return word;
  }

  /** The names of its tags, in the order in which they are written. */
  public List<String> tags() {
    return tags;
  }

  /** Its fields and their types, in the order in which they are written. */
  public Map<String, FieldType> fields() {
    return fields;
  }

  /** The measurement of that name. */
  public static Optional<Measurement> of(String word) {
    for (Measurement measurement : values()) {
      if (measurement.word.equals(word)) {
        return Optional.of(measurement);
      }
    }
    return Optional.empty();
  }
}
