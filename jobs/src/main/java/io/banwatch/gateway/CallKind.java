package io.banwatch.gateway;

/**
 * Tells LiteLLM's model calls from its calls about files, batches, tools and the like, which no
 * model answers. By the call types of LiteLLM 1.106 ({@code CallTypes} in its types, 2026-11); each
 * has an asynchronous twin with an {@code a} in front.
 */
enum CallKind {
  /** A model answers. */
  MODEL,
  /** Files, batches, tools, lists: no model answers. */
  OTHER,
  /** A type that is not known, or none. */
  UNKNOWN;

  /**
   * The kind of a call type.
   *
   * @param callType LiteLLM's word; may be empty
   */
  static CallKind of(String callType) {
    String bare = synchronous(callType);
    if (isModelCall(callType) || isModelCall(bare)) {
      return MODEL;
    }
    return isOther(bare) ? OTHER : UNKNOWN;
  }

  /**
   * Whether the call counts as a request to a model; one of unknown type does when it names one.
   *
   * @param model the model, or null
   */
  boolean counts(String model) {
    return switch (this) {
      case MODEL -> true;
      case OTHER -> false;
      case UNKNOWN -> model != null;
    };
  }

  private static boolean isModelCall(String type) {
    return switch (type) {
      case "completion",
          "text_completion",
          "anthropic_messages",
          "responses",
          "responses_websocket",
          "embedding",
          "image_generation",
          "image_edit",
          "image_variation",
          "transcription",
          "speech",
          "rerank",
          "moderation",
          "create_batch",
          "create_video",
          "video_remix",
          "generate_content",
          "generate_content_stream",
          "create_interaction",
          "ocr",
          "realtime",
          "pass_through_endpoint",
          "llm_passthrough_route" ->
          true;
      default -> false;
    };
  }

  private static boolean isOther(String type) {
    return startsWithAny(
            type, "get_", "list_", "retrieve_", "delete_", "cancel_", "file_", "vector_store_")
        || startsWithAny(
            type, "create_file", "create_fine_tuning", "create_assistants", "create_thread")
        || startsWithAny(
            type, "create_container", "create_sandbox", "create_skill", "create_eval", "upload_")
        || startsWithAny(type, "video_", "call_mcp", "send_message", "_add_message", "add_message")
        || startsWithAny(type, "search", "ingest", "query", "run_code", "code_interpreter")
        || startsWithAny(type, "health", "count_tokens");
  }

  private static boolean startsWithAny(String type, String... beginnings) {
    for (String beginning : beginnings) {
      if (type.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Without the {@code a} of asynchronous calls and the underscore of sockets. */
  private static String synchronous(String type) {
    String bare = type.startsWith("_") ? type.substring(1) : type;
    boolean twin =
        bare.startsWith("a") && !bare.startsWith("anthropic") && !bare.startsWith("add_");
    return twin ? bare.substring(1) : bare;
  }
}
