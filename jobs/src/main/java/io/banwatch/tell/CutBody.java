package io.banwatch.tell;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * The beginning of an answer's body. Whoever sends without end, or ever slower, is cut off: what
 * has come until then is the body, since the status has said already what matters.
 */
final class CutBody implements BodySubscriber<byte[]> {
  private final int most;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final Executor later;
  private Flow.Subscription subscription;

  /**
   * @param most bytes that are kept
   * @param later runs what it is given once the body has taken too long
   */
  CutBody(int most, Executor later) {
    this.most = most;
    this.later = later;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
    later.execute(this::cut);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      byte[] bytes = new byte[Math.min(part.remaining(), most - begun.size())];
      part.get(bytes);
      begun.write(bytes, 0, bytes.length);
    }
    if (begun.size() == most) {
      cut();
    }
  }

  @Override
  public void onError(Throwable failure) {
    finish();
  }

  @Override
  public void onComplete() {
    finish();
  }

  private void cut() {
    if (!body.isDone()) {
      subscription.cancel();
      finish();
    }
  }

  private synchronized void finish() {
    body.complete(begun.toByteArray());
  }
}
