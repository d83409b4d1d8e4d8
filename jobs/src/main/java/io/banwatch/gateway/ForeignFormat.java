package io.banwatch.gateway;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;

/** Tells what a record is that is no StandardLoggingPayload of LiteLLM, and what to do about it. */
final class ForeignFormat {
  private ForeignFormat() {}

  /** The rejection of a record with these marks; null when it is a StandardLoggingPayload. */
  static LogRecord rejection(int marks, Position position) {
    boolean spendRow = FormatMark.all(marks, FormatMark.SPEND, FormatMark.REQUEST_ID);
    if (isPayload(marks) && !spendRow) {
      return null;
    }
    if (spendRow) {
      return unknown(
          position,
          "a row of LiteLLM's spend log, which is not read yet; log through a callback instead");
    }
    if (FormatMark.all(marks, FormatMark.MESSAGE, FormatMark.LEVEL, FormatMark.TIMESTAMP)) {
      String detail =
          "LiteLLM's application log (json_logs), not its usage; add a callback under"
              + " litellm_settings.callbacks and replay what it writes";
      return LogRecord.rejected(new Rejection(position, Reason.APPLICATION_LOG, null, detail));
    }
    if (FormatMark.all(marks, FormatMark.BANWATCH)) {
      return unknown(
          position, "Banwatch's own form with its fields in another order; banwatch comes first");
    }
    if (FormatMark.all(marks, FormatMark.OPEN_TELEMETRY)) {
      return unknown(position, "an OpenTelemetry export, which is not read yet");
    }
    if (FormatMark.all(marks, FormatMark.KONG_LATENCIES)) {
      return unknown(position, "looks like Kong; give a mapping with --format");
    }
    if (FormatMark.all(marks, FormatMark.ENVOY_MODEL)) {
      return unknown(position, "looks like Envoy AI Gateway; try --format envoy-ai-gateway");
    }
    if (FormatMark.all(marks, FormatMark.NGINX_STATUS)) {
      return unknown(position, "looks like nginx; try --format nginx");
    }
    return unknown(position, "of no known format; give a mapping with --format");
  }

  private static boolean isPayload(int marks) {
    return FormatMark.all(marks, FormatMark.CALL_TYPE, FormatMark.HIDDEN_PARAMETERS)
        || FormatMark.all(marks, FormatMark.CALL_TYPE, FormatMark.START_TIME, FormatMark.METADATA);
  }

  private static LogRecord unknown(Position position, String detail) {
    return LogRecord.rejected(new Rejection(position, Reason.UNKNOWN_FORMAT, null, detail));
  }
}
