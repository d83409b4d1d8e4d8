package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.Vendor;

/**
 * The usage object. It has four shapes: each vendor's, as a whole and streamed; a failure has none.
 */
final class Usage {
  private static final String NO_MEDIA = ",\"image_tokens\":null,\"video_tokens\":null";
  private static final String OPENAI_OUTPUT =
      "{\"accepted_prediction_tokens\":0,\"audio_tokens\":0,\"reasoning_tokens\":";

  private Usage() {}

  static void write(Request request, JsonBuffer json) {
    if (request.failure != null) {
      json.raw("{}");
      return;
    }
    json.raw("{\"completion_tokens\":").number(request.output);
    json.raw(",\"prompt_tokens\":").number(request.promptTokens());
    json.raw(",\"total_tokens\":").number(request.promptTokens() + request.output);
    json.raw(",\"completion_tokens_details\":");
    if (request.key.vendor() == Vendor.OPENAI) {
      openai(request, json);
    } else {
      anthropic(request, json);
    }
    json.raw("}");
  }

  private static void openai(Request request, JsonBuffer json) {
    String texts = request.stream ? ",\"text_tokens\":null" + NO_MEDIA : "";
    json.raw(OPENAI_OUTPUT).number(request.output / 4);
    json.raw(",\"rejected_prediction_tokens\":0").raw(texts);
    json.raw("},\"prompt_tokens_details\":{\"audio_tokens\":0,\"cached_tokens\":");
    json.number(request.cacheRead).raw(texts).raw("}");
    cost(request, json);
  }

  private static void anthropic(Request request, JsonBuffer json) {
    if (request.stream) {
      json.raw("{\"accepted_prediction_tokens\":null,\"audio_tokens\":null,");
      json.raw("\"reasoning_tokens\":0,\"rejected_prediction_tokens\":null,\"text_tokens\":");
      json.number(request.output).raw(NO_MEDIA);
    } else {
      json.raw("{\"reasoning_tokens\":0,\"text_tokens\":").number(request.output);
    }
    json.raw("},\"prompt_tokens_details\":{\"audio_tokens\":null,\"cache_write_tokens\":");
    json.number(request.cacheWrite);
    json.raw(",\"cached_tokens\":").number(request.cacheRead);
    json.raw(",\"text_tokens\":").number(request.uncachedInput).raw(NO_MEDIA);
    json.raw(",\"cache_creation_tokens\":").number(request.cacheWrite);
    json.raw(",\"cache_creation_token_details\":{\"ephemeral_5m_input_tokens\":");
    json.number(request.cacheWrite).raw(",\"ephemeral_1h_input_tokens\":0}}");
    cost(request, json);
    json.raw(",\"cache_creation_input_tokens\":").number(request.cacheWrite);
    json.raw(",\"cache_read_input_tokens\":").number(request.cacheRead);
    if (!request.stream) {
      json.raw(",\"iterations\":null,\"inference_geo\":null,\"speed\":null,");
      json.raw("\"service_tier\":\"standard\"");
    }
  }

  private static void cost(Request request, JsonBuffer json) {
    if (request.stream) {
      json.raw(",\"cost\":").decimal(request.cost());
    }
  }
}
