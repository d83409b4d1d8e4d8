package io.banwatch.gateway;

import io.banwatch.usage.Credential;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The closed lists of Banwatch's own form, from their words back to their constants. */
final class RecordWords {
  static final Map<String, AnswerClass> ANSWERS = byWord(AnswerClass.values(), AnswerClass::word);
  static final Map<String, AnsweredBy> ANSWERERS = byWord(AnsweredBy.values(), AnsweredBy::word);
  static final Map<String, Credential> CREDENTIALS = byWord(Credential.values(), RecordWords::word);
  static final Map<String, DroppedField> DROPPED =
      byWord(DroppedField.values(), DroppedField::word);
  static final Map<String, Reason> REASONS = byWord(Reason.values(), Reason::word);
  static final Map<String, Skip> SKIPS = byWord(Skip.values(), Skip::word);

  private RecordWords() {}

  /** The word that stands in files: the constant's name in lower case with hyphens. */
  static String word(Credential credential) {
    return credential.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> Map<String, T> byWord(T[] constants, Function<T, String> word) {
    Map<String, T> words = new HashMap<>();
    for (T constant : constants) {
      words.put(word.apply(constant), constant);
    }
    return Map.copyOf(words);
  }
}
