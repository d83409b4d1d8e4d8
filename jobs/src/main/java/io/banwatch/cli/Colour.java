package io.banwatch.cli;

import io.banwatch.alert.Severity;

/** The few colours that carry a meaning, as ECMA-48 selects them. */
enum Colour {
  CRITICAL("1;31"),
  WARNING("33"),
  INFO("36"),
  OVER("32"),
  HEADING("1"),
  ASIDE("2");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  static Colour of(Severity severity) {
    return switch (severity) {
      case INFO -> INFO;
      case WARNING -> WARNING;
      case CRITICAL -> CRITICAL;
    };
  }

  String paint(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
