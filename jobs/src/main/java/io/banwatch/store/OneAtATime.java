package io.banwatch.store;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * Sends while nothing is sent: the first line goes at once, and what gathers until it has arrived
 * goes together. A later point may take an earlier one's place, so two requests never overlap.
 */
final class OneAtATime implements RateLimitingStrategy {
  private boolean isSending;

  @Override
  public void registerInFlightRequest(RequestInfo request) {
    isSending = true;
  }

  @Override
  public void registerCompletedRequest(ResultInfo result) {
    isSending = false;
  }

  @Override
  public boolean shouldBlock(RequestInfo request) {
    return isSending;
  }

  /** So many are enough to begin; {@link EverythingWaiting} says how many go. */
  @Override
  public int getMaxBatchSize() {
    return 1;
  }
}
