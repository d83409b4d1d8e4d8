package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Request;
import java.util.HashMap;
import java.util.Map;

/** Error texts, each made once. */
final class ErrorTexts {
  private final Map<String, ErrorText> made = new HashMap<>();

  /** The text of a request that failed. */
  ErrorText of(Request request) {
    String name =
        request.failure + " " + request.key.account().index() + " " + request.model.vendorName();
    return made.computeIfAbsent(
        name, absent -> ErrorText.of(request.failure, request.key.account(), request.model));
  }

  /** Its message with the vendor's request id, escaped, without quotation marks. */
  static void message(JsonBuffer json, ErrorText error, Request request) {
    json.escaped(error.message());
    if (error.withRequestId()) {
      Ids.vendorRequest(json, request);
    }
    json.escaped(error.closing());
  }
}
