package io.banwatch.gateway;

/** Top-level fields by which a record's format is told, for what is passed over otherwise. */
enum FormatMark {
  CALL_TYPE(1 << 0),
  START_TIME(1 << 1),
  METADATA(1 << 2),
  HIDDEN_PARAMETERS(1 << 3),
  MESSAGE(1 << 4),
  LEVEL(1 << 5),
  TIMESTAMP(1 << 6),
  SPEND(1 << 7),
  REQUEST_ID(1 << 8),
  OPEN_TELEMETRY(1 << 9),
  KONG_LATENCIES(1 << 10),
  ENVOY_MODEL(1 << 11),
  NGINX_STATUS(1 << 12),
  BANWATCH(1 << 13);

  private final int bit;

  FormatMark(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }

  /** Whether the set holds all of these. */
  static boolean all(int marks, FormatMark... wanted) {
    for (FormatMark mark : wanted) {
      if ((marks & mark.bit) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The bit of a field that is passed over, or 0 when it tells nothing. */
  static int bitOf(String field) {
    return switch (field) {
      case "message" -> MESSAGE.bit;
      case "level" -> LEVEL.bit;
      case "timestamp" -> TIMESTAMP.bit;
      case "spend" -> SPEND.bit;
      case "request_id" -> REQUEST_ID.bit;
      case "resourceSpans", "resourceLogs", "resourceMetrics" -> OPEN_TELEMETRY.bit;
      case "latencies" -> KONG_LATENCIES.bit;
      case "gen_ai.request.model" -> ENVOY_MODEL.bit;
      case "upstream_status" -> NGINX_STATUS.bit;
      case RecordField.BANWATCH -> BANWATCH.bit;
      default -> 0;
    };
  }
}
