package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.Vendor;

/** The fields {@code response}, empty when the request failed, and {@code model_parameters}. */
final class Response {
  private Response() {}

  static void write(Request request, JsonBuffer json) {
    json.raw(",\"response\":");
    if (request.failure == null) {
      answer(request, json);
    } else {
      json.raw("{}");
    }
    parameters(request, json);
  }

  private static void answer(Request request, JsonBuffer json) {
    boolean openai = request.key.vendor() == Vendor.OPENAI;
    json.raw("{\"id\":\"");
    Ids.record(json, request);
    json.raw("\",\"created\":").number(request.end / Time.SECOND);
    json.raw(",\"model\":").text(request.model.vendorName());
    json.raw(",\"object\":\"chat.completion\",\"system_fingerprint\":");
    json.raw(openai ? "\"fp_5a7c0b1d\"" : "null");
    json.raw(",\"choices\":[{\"finish_reason\":\"stop\",\"index\":0,\"message\":{\"content\":");
    json.text(Placeholder.completion());
    json.raw(",\"role\":\"assistant\",\"tool_calls\":null,\"function_call\":null");
    json.raw(message(request.stream, openai)).raw("}],\"usage\":");
    Usage.write(request, json);
    boolean extra = openai && !request.stream;
    json.raw(extra ? ",\"moderation\":null,\"service_tier\":\"default\"}" : "}");
  }

  /** How the message of a choice ends, and the choice after it. */
  private static String message(boolean stream, boolean openai) {
    if (stream) {
      return "}";
    }
    return openai
        ? ",\"provider_specific_fields\":{\"refusal\":null}},\"provider_specific_fields\":{}"
        : ",\"provider_specific_fields\":{\"citations\":null,\"thinking_blocks\":null}}";
  }

  private static void parameters(Request request, JsonBuffer json) {
    boolean openai = request.key.vendor() == Vendor.OPENAI;
    boolean streamed = request.stream && request.failure == null;
    if (openai && request.failure == Failure.UNKNOWN_MODEL) {
      json.raw(",\"model_parameters\":{}");
      return;
    }
    json.raw(",\"model_parameters\":{").raw(openai ? "" : "\"max_tokens\":32000,");
    json.raw("\"stream\":").flag(streamed);
    json.raw(openai && streamed ? ",\"stream_options\":{\"include_usage\":true}}" : "}");
  }
}
