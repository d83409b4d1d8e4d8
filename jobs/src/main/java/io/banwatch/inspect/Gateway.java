package io.banwatch.inspect;

/** The gateway that wrote a log, as far as its settings are known. */
public enum Gateway {
  LITELLM("LiteLLM"),
  NGINX("nginx"),
  ENVOY("Envoy AI Gateway"),
  /** Any that posted what Banwatch received. */
  POSTING("if LiteLLM posts"),
  /** Any other, read through a mapping of the user's own. */
  MAPPED("your mapping");

  private final String word;

  Gateway(String word) {
    this.word = word;
  }

  /** Its name for people. */
  public String word() {
    return word;
  }

  /**
   * The gateway of a format.
   *
   * @param format as {@code --format} takes it; null when each record's is recognised
   */
  public static Gateway of(String format) {
    return switch (format == null ? "auto" : format) {
      case "auto", "litellm" -> LITELLM;
      case "nginx" -> NGINX;
      case "envoy-ai-gateway" -> ENVOY;
      default -> MAPPED;
    };
  }

  /**
   * How to get a field into its log: the setting, or that there is none. From LiteLLM 1.106's,
   * nginx 1.22's and Envoy AI Gateway 1.1's documentation and sources, autumn 2026.
   */
  public String settingFor(Field field) {
    return switch (this) {
      case LITELLM, POSTING -> GatewaySettings.ofLiteLlm(field);
      case NGINX -> GatewaySettings.ofNginx(field);
      case ENVOY -> GatewaySettings.ofEnvoy(field);
      case MAPPED -> GatewaySettings.ofMapping(field);
    };
  }
}
