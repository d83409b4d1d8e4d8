package io.banwatch.metric;

import io.banwatch.usage.Reason;
import io.banwatch.vendor.AnswerClass;
import java.util.List;

/** The names of fields. */
public final class FieldNames {
  public static final String REQUESTS = "requests";
  public static final String OK = "ok";
  public static final String ERRORS = "errors";
  public static final String UNCACHED_INPUT_TOKENS = "uncached_input_tokens";
  public static final String CACHE_READ_TOKENS = "cache_read_tokens";
  public static final String CACHE_WRITE_TOKENS = "cache_write_tokens";
  public static final String OUTPUT_TOKENS = "output_tokens";
  public static final String INPUT_TOKENS_WEIGHED = "input_tokens_weighed";
  public static final String COST_USD = "cost_usd";
  public static final String ADDRESSES = "addresses";
  public static final String COUNTRIES = "countries";
  public static final String ACTIVE_KEYS = "active_keys";

  public static final String LATITUDE = "latitude";
  public static final String LONGITUDE = "longitude";
  public static final String RADIUS_KM = "radius_km";
  public static final String CITY = "city";
  public static final String NETWORK_KIND = "network_kind";
  public static final String ADDRESS = "address";

  public static final String REQUESTS_ALLOWED = "requests_allowed";
  public static final String REQUESTS_REMAINING = "requests_remaining";
  public static final String TOKENS_ALLOWED = "tokens_allowed";
  public static final String TOKENS_REMAINING = "tokens_remaining";
  public static final String USED_SHARE = "used_share";

  public static final String INFO = "info";
  public static final String WARNING = "warning";
  public static final String CRITICAL = "critical";
  public static final String WORST = "worst";

  public static final String RECORDS = "records";
  public static final String ACCEPTED = "accepted";
  public static final String SKIPPED = "skipped";
  public static final String REJECTED = "rejected";
  public static final String REPEATS = "repeats";
  public static final String LATE = "late";
  public static final String LATENESS_MOST_SECONDS = "lateness_most_seconds";
  public static final String TOO_LATE_FOR_POINTS = "too_late_for_points";
  public static final String BEHIND_BYTES = "behind_bytes";
  public static final String BEHIND_SECONDS = "behind_seconds";

  public static final String FIRING = "firing";
  public static final String SEVERITY_LEVEL = "severity_level";
  public static final String ALERT_ID = "alert_id";
  public static final String SEQUENCE = "sequence";
  public static final String SUMMARY = "summary";
  public static final String REASON = "reason";
  public static final String NEXT_STEP = "next_step";
  public static final String OBSERVED = "observed";
  public static final String RECORD = "record";
  public static final String THRESHOLD = "threshold";
  public static final String UNIT = "unit";
  public static final String STARTS_AT = "starts_at";
  public static final String OPEN_SECONDS = "open_seconds";

  /** What pace is measured in, as it stands in names. */
  public static final List<String> PACE_MEASURES = List.of("requests", "input", "output");

  /** The windows of pace, as they stand in names. */
  public static final List<String> PACE_WINDOWS = List.of("1m", "10m", "60m");

  /** The window for which the usual of an hour of the week is known. */
  public static final String USUAL_WINDOW = "60m";

  private FieldNames() {}

  /** How many requests were answered so, for example {@code answer_rate_limited}. */
  public static String answer(AnswerClass answer) {
    return "answer_" + underscored(answer.word());
  }

  /** How many values were rejected for it, for example {@code rejected_not_json}. */
  public static String rejected(Reason reason) {
    return "rejected_" + underscored(reason.word());
  }

  /** What a window holds, for example {@code requests_1m}. */
  public static String observed(String measure, String window) {
    return measure + "_" + window;
  }

  /** The most it ever held, for example {@code requests_1m_record}. */
  public static String record(String measure, String window) {
    return observed(measure, window) + "_record";
  }

  /** From where on it is alarming, for example {@code requests_1m_threshold}. */
  public static String threshold(String measure, String window) {
    return observed(measure, window) + "_threshold";
  }

  /** The least that this hour of the week held, for example {@code requests_60m_usual_low}. */
  public static String usualLow(String measure) {
    return observed(measure, USUAL_WINDOW) + "_usual_low";
  }

  /** The most that this hour of the week held, for example {@code requests_60m_usual_high}. */
  public static String usualHigh(String measure) {
    return observed(measure, USUAL_WINDOW) + "_usual_high";
  }

  private static String underscored(String word) {
    return word.replace('-', '_');
  }
}
