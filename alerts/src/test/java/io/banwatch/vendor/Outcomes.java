package io.banwatch.vendor;

/** Failed requests as gateways log them. */
final class Outcomes {
  private Outcomes() {}

  /** A success with this stop reason. */
  static Outcome success(String stopReason) {
    return new Outcome(true, 200, null, null, stopReason, true);
  }

  /** A failure of which nothing says whether it reached the vendor. */
  static Outcome failure(int status, String code, String text) {
    return new Outcome(false, status, code, text, null, null);
  }

  /** Anthropic's error body. */
  static String anthropicBody(String type, String message) {
    return "{\"type\": \"error\", \"error\": {\"type\": \""
        + type
        + "\", \"message\": \""
        + message.replace("\"", "\\\"")
        + "\"}, \"request_id\": \"req_011CFAKE\"}";
  }

  /** OpenAI's error body. */
  static String openaiBody(String type, String code, String message) {
    return "{\"error\": {\"message\": \""
        + message
        + "\", \"type\": \""
        + type
        + "\", \"param\": null, \"code\": "
        + (code == null ? "null" : "\"" + code + "\"")
        + "}}";
  }

  /** The same body as Python prints it. */
  static String printedByPython(String body) {
    return body.replace("\"", "'").replace(": null", ": None");
  }

  /** As LiteLLM logs what it does not recognise: another class, another status. */
  static Outcome rewrittenByLiteLlm(String exception, String text) {
    return failure(0, "500", "litellm.APIConnectionError: " + exception + " - " + text);
  }
}
