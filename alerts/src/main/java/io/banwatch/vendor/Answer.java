package io.banwatch.vendor;

import java.util.EnumMap;
import java.util.Map;

/**
 * An answer, classified.
 *
 * @param answerClass what it means
 * @param by who gave it
 */
public record Answer(AnswerClass answerClass, AnsweredBy by) {
  private static final Map<AnswerClass, Answer> OF_VENDOR = every(AnsweredBy.VENDOR);
  private static final Map<AnswerClass, Answer> OF_GATEWAY = every(AnsweredBy.GATEWAY);

  /** The one instance of this answer: classifying allocates none. */
  public static Answer of(AnswerClass answerClass, AnsweredBy by) {
    return (by == AnsweredBy.VENDOR ? OF_VENDOR : OF_GATEWAY).get(answerClass);
  }

  private static Map<AnswerClass, Answer> every(AnsweredBy by) {
    Map<AnswerClass, Answer> answers = new EnumMap<>(AnswerClass.class);
    for (AnswerClass answerClass : AnswerClass.values()) {
      answers.put(answerClass, new Answer(answerClass, by));
    }
    return answers;
  }
}
