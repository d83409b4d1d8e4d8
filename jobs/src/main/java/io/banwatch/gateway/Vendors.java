package io.banwatch.gateway;

import java.util.Locale;

/**
 * The vendors' ids, from the words that gateways use for them. A word that is not known stays as it
 * is, in lower case.
 */
final class Vendors {
  private Vendors() {}

  /**
   * The vendor that answers, and may ban.
   *
   * @param word the gateway's word, for example LiteLLM's {@code custom_llm_provider}
   */
  static String idOf(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "anthropic", "anthropic_text" -> "anthropic";
      case "openai", "text-completion-openai" -> "openai";
      case "gemini",
          "google",
          "google_ai_studio",
          "palm",
          "vertex_ai",
          "vertex_ai_beta",
          "vertexai" ->
          "google";
      case "azure", "azure_ai", "azure_text", "azure-openai", "azure_openai" -> "azure";
      case "bedrock", "bedrock_converse", "bedrock_mantle", "aws-bedrock", "amazon-bedrock" ->
          "bedrock";
      default -> lower;
    };
  }
}
