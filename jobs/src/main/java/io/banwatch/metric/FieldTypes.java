package io.banwatch.metric;

import static io.banwatch.metric.FieldType.FLOAT;
import static io.banwatch.metric.FieldType.INTEGER;
import static io.banwatch.metric.FieldType.TEXT;

import io.banwatch.usage.Reason;
import io.banwatch.vendor.AnswerClass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of each measurement with their types, in the order in which they are written. */
final class FieldTypes {
  private final Map<String, FieldType> types = new LinkedHashMap<>();

  private FieldTypes() {}

  static Map<String, FieldType> ofKeyUsage() {
    return usage().fields();
  }

  static Map<String, FieldType> ofAccountUsage() {
    return usage().with(INTEGER, FieldNames.ACTIVE_KEYS).fields();
  }

  static Map<String, FieldType> ofPace() {
    FieldTypes pace = new FieldTypes();
    for (String measure : FieldNames.PACE_MEASURES) {
      for (String window : FieldNames.PACE_WINDOWS) {
        pace.with(
            INTEGER, FieldNames.observed(measure, window), FieldNames.record(measure, window));
        pace.with(FLOAT, FieldNames.threshold(measure, window));
      }
      pace.with(FLOAT, FieldNames.usualLow(measure), FieldNames.usualHigh(measure));
    }
    return pace.fields();
  }

  static Map<String, FieldType> ofPlace() {
    return new FieldTypes()
        .with(INTEGER, FieldNames.REQUESTS)
        .with(FLOAT, FieldNames.LATITUDE, FieldNames.LONGITUDE)
        .with(INTEGER, FieldNames.RADIUS_KM)
        .with(TEXT, FieldNames.CITY, FieldNames.NETWORK_KIND, FieldNames.ADDRESS)
        .fields();
  }

  static Map<String, FieldType> ofLimits() {
    return new FieldTypes()
        .with(INTEGER, FieldNames.REQUESTS_ALLOWED, FieldNames.REQUESTS_REMAINING)
        .with(INTEGER, FieldNames.TOKENS_ALLOWED, FieldNames.TOKENS_REMAINING)
        .with(FLOAT, FieldNames.USED_SHARE)
        .fields();
  }

  static Map<String, FieldType> ofOpenAlerts() {
    return new FieldTypes()
        .with(INTEGER, FieldNames.INFO, FieldNames.WARNING, FieldNames.CRITICAL, FieldNames.WORST)
        .fields();
  }

  static Map<String, FieldType> ofPipeline() {
    FieldTypes pipeline =
        new FieldTypes()
            .with(INTEGER, FieldNames.RECORDS, FieldNames.ACCEPTED, FieldNames.SKIPPED)
            .with(INTEGER, FieldNames.REJECTED, FieldNames.REPEATS, FieldNames.LATE);
    for (Reason reason : Reason.values()) {
      pipeline.with(INTEGER, FieldNames.rejected(reason));
    }
    return pipeline
        .with(FLOAT, FieldNames.LATENESS_MOST_SECONDS)
        .with(INTEGER, FieldNames.TOO_LATE_FOR_POINTS)
        .fields();
  }

  static Map<String, FieldType> ofLag() {
    return new FieldTypes()
        .with(INTEGER, FieldNames.BEHIND_BYTES)
        .with(FLOAT, FieldNames.BEHIND_SECONDS)
        .fields();
  }

  static Map<String, FieldType> ofChanges() {
    return new FieldTypes()
        .with(INTEGER, FieldNames.FIRING, FieldNames.SEVERITY_LEVEL)
        .with(TEXT, FieldNames.ALERT_ID)
        .with(INTEGER, FieldNames.SEQUENCE)
        .with(TEXT, FieldNames.SUMMARY, FieldNames.REASON, FieldNames.NEXT_STEP)
        .with(FLOAT, FieldNames.OBSERVED, FieldNames.RECORD, FieldNames.THRESHOLD)
        .with(TEXT, FieldNames.UNIT)
        .with(INTEGER, FieldNames.STARTS_AT, FieldNames.OPEN_SECONDS)
        .fields();
  }

  private static FieldTypes usage() {
    FieldTypes usage =
        new FieldTypes().with(INTEGER, FieldNames.REQUESTS, FieldNames.OK, FieldNames.ERRORS);
    for (AnswerClass answer : AnswerClass.values()) {
      usage.with(INTEGER, FieldNames.answer(answer));
    }
    return usage
        .with(INTEGER, FieldNames.UNCACHED_INPUT_TOKENS, FieldNames.CACHE_READ_TOKENS)
        .with(INTEGER, FieldNames.CACHE_WRITE_TOKENS, FieldNames.OUTPUT_TOKENS)
        .with(INTEGER, FieldNames.INPUT_TOKENS_WEIGHED)
        .with(FLOAT, FieldNames.COST_USD)
        .with(INTEGER, FieldNames.ADDRESSES, FieldNames.COUNTRIES);
  }

  private FieldTypes with(FieldType type, String... names) {
    for (String name : names) {
      types.put(name, type);
    }
    return this;
  }

  private Map<String, FieldType> fields() {
    return Collections.unmodifiableMap(types);
  }
}
