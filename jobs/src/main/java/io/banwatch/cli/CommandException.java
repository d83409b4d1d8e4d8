package io.banwatch.cli;

import java.util.List;

/** Ends a command with messages that a person can act on, and no stack trace. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<String> messages;

  private CommandException(int exitCode, List<String> messages, Throwable cause) {
    super(String.join("\n", messages), cause);
    this.exitCode = exitCode;
    this.messages = List.copyOf(messages);
  }

  /** Usage or configuration is wrong; nothing was started. */
  static CommandException wrongUsage(List<String> messages) {
    return new CommandException(ExitCode.WRONG_USAGE, messages, null);
  }

  /** As {@link #wrongUsage(List)}, with one message. */
  static CommandException wrongUsage(String message) {
    return wrongUsage(List.of(message));
  }

  /** Failed while working. */
  static CommandException failed(String message, Throwable cause) {
    return new CommandException(ExitCode.FAILED, List.of(message), cause);
  }

  int exitCode() {
    return exitCode;
  }

  /** What to tell the person, one line each. */
  List<String> messages() {
    return messages;
  }
}
