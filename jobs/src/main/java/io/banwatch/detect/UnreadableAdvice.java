package io.banwatch.detect;

import io.banwatch.usage.Reason;

/** What to do about records that are rejected, by the reason of most of them. */
final class UnreadableAdvice {
  private UnreadableAdvice() {}

  static String of(Reason reason) {
    return switch (reason) {
      case APPLICATION_LOG ->
          "This is LiteLLM's application log, from litellm_settings.json_logs. Add a callback under"
              + " litellm_settings.callbacks that writes the usage, and read what that writes.";
      case UNKNOWN_FORMAT ->
          "Name the gateway's format with --format, or give a mapping file; after an update of the"
              + " gateway, look whether its fields were renamed.";
      case NOT_JSON, NOT_UTF8, NOT_AN_OBJECT ->
          "Look what else writes into the log: start-up messages, a plain-text access log, or two"
              + " writers without a lock. Usage must be JSON objects in UTF-8.";
      case TOO_LONG, TOO_DEEP ->
          "Switch off the logging of prompts and answers: in LiteLLM"
              + " litellm_settings.turn_off_message_logging: true.";
      case NO_TIME, TIME_OUT_OF_RANGE ->
          "Look at the field with the request's time: a mapping must name it, in epoch seconds or"
              + " RFC 3339.";
      case TIME_AHEAD -> "Look at the clock of the gateway that wrote these records.";
      case TRUNCATED ->
          "Look whether the gateway is stopped while it writes, and whether the disk is full.";
      case UNREADABLE -> "Look at the permissions of the log's files, and at the disk.";
    };
  }
}
