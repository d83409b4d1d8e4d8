package io.banwatch.policy;

import io.banwatch.alert.PlainText;

/**
 * One thing that is wrong with a policy, told so that it can be mended.
 *
 * @param source the file's name
 * @param line from 1, or 0 when it is about the whole file
 * @param column from 1, or 0 when it is about the whole file
 * @param field the field's path, for example {@code overrides[2].match.key}; empty for the whole
 *     file
 * @param found what stands there
 * @param expected what should
 * @param suggestion the nearest valid name, or null
 */
public record Problem(
    String source,
    int line,
    int column,
    String field,
    String found,
    String expected,
    String suggestion) {
  private static final int TEXT_LIMIT = 300;

  /** One line for a person, safe to print. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(PlainText.of(source, TEXT_LIMIT));
    if (line > 0) {
      text.append(':').append(line).append(':').append(column);
    }
    text.append(": ");
    if (!field.isEmpty()) {
      text.append(PlainText.of(field, TEXT_LIMIT)).append(": ");
    }
    text.append("found ").append(PlainText.of(found, TEXT_LIMIT));
    text.append(", expected ").append(PlainText.of(expected, TEXT_LIMIT));
    if (suggestion != null) {
      text.append("; did you mean `").append(suggestion).append("`?");
    }
    return text.toString();
  }
}
