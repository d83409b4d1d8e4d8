package io.banwatch.simulate.world;

import java.util.Arrays;
import java.util.List;

/** The vendors whose traffic is simulated, as LiteLLM names them. */
public enum Vendor {
  ANTHROPIC("anthropic", "https://api.anthropic.com/v1/messages", "/v1/messages"),
  OPENAI("openai", "https://api.openai.com/v1", "/v1/chat/completions");

  private final String word;
  private final String base;
  private final String route;

  Vendor(String word, String base, String route) {
    this.word = word;
    this.base = base;
    this.route = route;
  }

  /** The vendor's id in the log. */
  public String word() {
    return word;
  }

  /** What the gateway logs as {@code api_base}. */
  public String base() {
    return base;
  }

  /** The gateway's route that clients call. */
  public String route() {
    return route;
  }

  /** Its models from small and common to large and rare. */
  public List<Model> models() {
    return Arrays.stream(Model.values()).filter(model -> model.vendor() == this).toList();
  }
}
