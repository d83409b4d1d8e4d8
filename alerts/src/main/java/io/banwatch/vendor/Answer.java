package io.banwatch.vendor;

/**
 * An answer, classified.
 *
 * @param answerClass what it means
 * @param by who gave it
 */
public record Answer(AnswerClass answerClass, AnsweredBy by) {}
