package io.banwatch.simulate.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One key's requests in the order of their end, which is when a gateway writes them. Holds only the
 * requests in flight.
 */
public final class KeyTraffic {
  private static final int MOST_RETRIES = 2;
  private static final double FAILS_AGAIN = 0.15;

  private final List<Input> inputs = new ArrayList<>();
  private final List<Part> parts;
  private final UniformRandomProvider random;
  private final long until;
  private final PriorityQueue<Request> retries =
      new PriorityQueue<>(Comparator.comparingLong((Request request) -> request.start));
  private final PriorityQueue<Request> inFlight =
      new PriorityQueue<>(
          Comparator.comparingLong((Request request) -> request.end)
              .thenComparingLong(request -> request.start)
              .thenComparingLong(request -> request.idLow));
  private Request head;

  /**
   * The traffic of a key.
   *
   * @param usual what it does without a story
   * @param parts what each story does to it, by the story's index; null for stories of other keys
   * @param random decides on retries
   * @param until nothing starts or ends later, microseconds since the epoch
   */
  public KeyTraffic(
      RequestSource usual, List<Part> parts, UniformRandomProvider random, long until) {
    this.parts = parts;
    this.random = random;
    this.until = until;
    inputs.add(new Input(usual, Request.NO_STORY));
    for (int story = 0; story < parts.size(); story++) {
      if (parts.get(story) != null) {
        for (RequestSource added : parts.get(story).added()) {
          inputs.add(new Input(added, story));
        }
      }
    }
    advance();
  }

  /** The next request, or null after the last. */
  public Request head() {
    return head;
  }

  /** Goes on to the next request. */
  public void advance() {
    head = null;
    while (head == null) {
      Input next = earliest();
      long start = retries.isEmpty() ? Long.MAX_VALUE : retries.peek().start;
      boolean retry = next == null || next.head.start > start;
      start = retry ? start : next.head.start;
      if (!inFlight.isEmpty() && inFlight.peek().end <= start) {
        head = inFlight.poll();
        return;
      }
      if (start == Long.MAX_VALUE) {
        return;
      }
      admit(retry ? retries.poll() : next.take());
    }
  }

  private Input earliest() {
    Input earliest = null;
    for (Input input : inputs) {
      if (input.head != null && (earliest == null || input.head.start < earliest.head.start)) {
        earliest = input;
      }
    }
    return earliest;
  }

  private void admit(Request drawn) {
    Request request = drawn;
    for (int story = 0; story < parts.size() && request != null; story++) {
      Part part = parts.get(story);
      if (part != null && request.addedBy != story) {
        request = part.change().apply(request);
      }
    }
    if (request == null) {
      return;
    }
    request.settle();
    if (request.end >= until) {
      return;
    }
    inFlight.add(request);
    if (request.failure != null) {
      retry(request);
    }
  }

  private void retry(Request failed) {
    boolean wanted = random.nextDouble() < failed.failure.retried();
    double pause = (1 << failed.attempt) * (0.5 + random.nextDouble());
    boolean again = random.nextDouble() < FAILS_AGAIN;
    if (wanted && failed.attempt < MOST_RETRIES) {
      Request retry = failed.again(failed.end + Time.ofSeconds(pause), random);
      retry.failure = again ? failed.failure : null;
      retries.add(retry);
    }
  }

  private static final class Input {
    private final RequestSource source;
    private final int story;
    private Request head;

    Input(RequestSource source, int story) {
      this.source = source;
      this.story = story;
      pull();
    }

    Request take() {
      Request taken = head;
      pull();
      return taken;
    }

    private void pull() {
      head = source.next();
      if (head != null && story != Request.NO_STORY) {
        head.addedBy = story;
        head.story = story;
      }
    }
  }
}
