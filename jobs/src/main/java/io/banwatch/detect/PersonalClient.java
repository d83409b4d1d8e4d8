package io.banwatch.detect;

import java.util.List;
import java.util.Locale;

/**
 * Tells clients that a person sits at, from those that a service runs: by words in the user agents
 * of editors and command lines that code with models, as their publishers send them in autumn 2026.
 * A user agent proves nothing; this only weighs.
 */
final class PersonalClient {
  private static final List<String> WORDS =
      List.of(
          "claude-cli",
          "claude-code",
          "claude-vscode",
          "codex",
          "gemini-cli",
          "opencode",
          "copilot",
          "cursor",
          "windsurf",
          "vscode",
          "visual studio code",
          "jetbrains",
          "intellij",
          "zed/",
          "cline",
          "roo-code",
          "roocode",
          "kilo-code",
          "aider",
          "continue/");

  private PersonalClient() {}

  /** Whether a person sits at this client; false when it is null. */
  static boolean is(String userAgent) {
    if (userAgent == null) {
      return false;
    }
    String lower = userAgent.toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
