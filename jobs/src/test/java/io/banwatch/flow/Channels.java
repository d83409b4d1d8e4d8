package io.banwatch.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * An operator behind a network of several channels: each keeps its order, none waits for another,
 * and the operator's watermark is the least of theirs.
 */
final class Channels<I, O> {
  final OneInputStreamOperatorTestHarness<I, O> operator;
  private final List<Deque<Object>> waiting = new ArrayList<>();
  private final long[] watermarks;
  private long told = Long.MIN_VALUE;

  Channels(OneInputStreamOperatorTestHarness<I, O> operator, int channels) {
    this.operator = operator;
    for (int i = 0; i < channels; i++) {
      waiting.add(new ArrayDeque<>());
    }
    watermarks = new long[channels];
    Arrays.fill(watermarks, Long.MIN_VALUE);
  }

  /**
   * @param next a record's value or a watermark
   */
  void send(int channel, Object next) {
    waiting.get(channel).add(next);
  }

  boolean isEmpty() {
    return waiting.stream().allMatch(Deque::isEmpty);
  }

  /** The next of some channel arrives. */
  @SuppressWarnings("unchecked")
  void deliver(Random random) throws Exception {
    int channel = random.nextInt(watermarks.length);
    while (waiting.get(channel).isEmpty()) {
      channel = (channel + 1) % watermarks.length;
    }
    Object next = waiting.get(channel).remove();
    if (next instanceof Watermark watermark) {
      watermarks[channel] = Math.max(watermarks[channel], watermark.getTimestamp());
      long least = Arrays.stream(watermarks).min().orElseThrow();
      if (least > told) {
        told = least;
        operator.processWatermark(least);
      }
    } else {
      operator.processElement(new StreamRecord<>((I) next));
    }
  }
}
