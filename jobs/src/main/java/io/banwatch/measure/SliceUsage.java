package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.PointWriter;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import java.util.Arrays;
import java.util.List;

/**
 * What was used in a slice. Whole numbers only, so that the same requests give the same sums
 * whatever their order. Plain public fields as in {@link KeySlices}.
 */
public class SliceUsage {
  private static final List<String> ANSWER_NAMES =
      Arrays.stream(AnswerClass.values()).map(FieldNames::answer).toList();

  private static final double PICODOLLARS = 1e12;

  /** Requests, whoever answered them. */
  public int requests;

  /** Requests by their answer's place in {@link AnswerClass}; as long as it must be. */
  public int[] answers = {};

  /** Tokens. */
  public long uncachedInput;

  /** Tokens. */
  public long cacheRead;

  /** Tokens. */
  public long cacheWrite;

  /** Tokens. */
  public long output;

  /** US dollars times 10^12. */
  public long costPicodollars;

  void add(UsageEvent event) {
    requests++;
    int place = EnumPlace.of(event.answerClass());
    makeRoom(place + 1);
    answers[place]++;
    Tokens tokens = event.tokens();
    uncachedInput += tokens.uncachedInput();
    cacheRead += tokens.cacheRead();
    cacheWrite += tokens.cacheWrite();
    output += tokens.output();
    costPicodollars += Math.round(event.costUsd() * PICODOLLARS);
  }

  void add(SliceUsage more) {
    requests += more.requests;
    makeRoom(more.answers.length);
    for (int i = 0; i < more.answers.length; i++) {
      answers[i] += more.answers[i];
    }
    uncachedInput += more.uncachedInput;
    cacheRead += more.cacheRead;
    cacheWrite += more.cacheWrite;
    output += more.output;
    costPicodollars += more.costPicodollars;
  }

  /** Adds the usage fields up to the cost. */
  void write(PointWriter point) {
    int ok = answered(AnswerClass.OK);
    point
        .with(FieldNames.REQUESTS, requests)
        .with(FieldNames.OK, ok)
        .with(FieldNames.ERRORS, requests - ok - answered(AnswerClass.REFUSAL));
    for (int i = 0; i < answers.length; i++) {
      point.unlessZero(ANSWER_NAMES.get(i), answers[i]);
    }
    Tokens tokens = new Tokens(uncachedInput, cacheRead, cacheWrite, output);
    point
        .with(FieldNames.UNCACHED_INPUT_TOKENS, uncachedInput)
        .with(FieldNames.CACHE_READ_TOKENS, cacheRead)
        .with(FieldNames.CACHE_WRITE_TOKENS, cacheWrite)
        .with(FieldNames.OUTPUT_TOKENS, output)
        .with(FieldNames.INPUT_TOKENS_WEIGHED, tokens.weighedInput())
        .with(FieldNames.COST_USD, costPicodollars / PICODOLLARS);
  }

  private int answered(AnswerClass answer) {
    int place = EnumPlace.of(answer);
    return place < answers.length ? answers[place] : 0;
  }

  private void makeRoom(int places) {
    if (places > answers.length) {
      answers = Arrays.copyOf(answers, places);
    }
  }
}
