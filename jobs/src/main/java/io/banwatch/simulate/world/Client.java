package io.banwatch.simulate.world;

/** Programs that call the gateway, with the user agent they send. */
public enum Client {
  CLAUDE_CLI("claude-cli/2.1.14 (external, cli)", "claude-cli", true),
  CURSOR("Cursor/2.0.43", "Cursor", false),
  CODEX("codex_cli_rs/0.50.0 (Mac OS 26.0.1; arm64)", "codex_cli_rs", false),
  OPENCODE("opencode/1.2.3 ai-sdk/anthropic", "opencode", false),
  ANTHROPIC_PYTHON("Anthropic/Python 0.72.0", "Anthropic", false),
  ANTHROPIC_TYPESCRIPT("Anthropic/JS 0.68.0", "Anthropic", false),
  OPENAI_PYTHON("OpenAI/Python 1.99.1", "OpenAI", false),
  OPENAI_TYPESCRIPT("OpenAI/JS 6.7.0", "OpenAI", false),
  PYTHON_HTTPX("python-httpx/0.28.1", "python-httpx", false);

  private final String userAgent;
  private final String product;
  private final boolean marked;

  Client(String userAgent, String product, boolean marked) {
    this.userAgent = userAgent;
    this.product = product;
    this.marked = marked;
  }

  public String userAgent() {
    return userAgent;
  }

  /** The user agent up to its version, which LiteLLM logs as a tag of its own. */
  public String product() {
    return product;
  }

  /** Whether it sends the header {@code x-app: cli}. */
  public boolean marked() {
    return marked;
  }
}
