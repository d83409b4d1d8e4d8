package io.banwatch.flow;

import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Requests;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A log of a few keys, with bursts, pauses and silences, in which every signal has something to
 * tell: its requests in the order in which they came, and when. None is later than the bound on
 * disorder. It ends in a burst, so that much waits at its end.
 */
record ArrivingLog(List<Arrival> arrivals) {
  private static final int LATEST_MILLIS = 8_000;
  private static final int LAST_BURST = 20;

  /**
   * @param at wall clock, epoch milliseconds
   */
  record Arrival(LogRecord record, long at) {}

  /** Drawn by lot. */
  static ArrivingLog of(int requests, Random random) {
    List<Arrival> arrivals = new ArrayList<>();
    long at = Requests.TUESDAY + random.nextInt(60_000);
    for (int i = 0; i < requests; i++) {
      at += pause(random);
      Requests request = request(at, random).key("key-" + random.nextInt(6));
      arrivals.add(arrival(i, at, request.account("org-" + random.nextInt(2)), random));
    }
    for (int i = 0; i < LAST_BURST; i++) {
      at += random.nextInt(300);
      Requests request = Requests.at(at).key("key-" + random.nextInt(2)).account("org-0");
      arrivals.add(arrival(requests + i, at, request, random));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::at));
    return new ArrivingLog(arrivals);
  }

  private static long pause(Random random) {
    int kind = random.nextInt(100);
    if (kind < 60) {
      return random.nextInt(400);
    }
    if (kind < 85) {
      return random.nextInt(15_000);
    }
    return kind < 98 ? random.nextInt(150_000) : random.nextInt(1_000_000);
  }

  private static Requests request(long at, Random random) {
    Requests request = Requests.at(at).from("81.2.69." + random.nextInt(40));
    switch (random.nextInt(60)) {
      case 0 -> request.answer(AnswerClass.DISABLED);
      case 1, 2 -> request.answer(AnswerClass.AUTH);
      case 3, 4 -> request.credential(Credential.SUBSCRIPTION).client("some-other-agent/1.0");
      case 5, 6, 7 -> request.answeredBy(AnsweredBy.GATEWAY);
      default -> request.answer(AnswerClass.OK);
    }
    return request;
  }

  private static Arrival arrival(int number, long at, Requests request, Random random) {
    Position position = new Position("log", number, 1, -1);
    LogRecord record = LogRecord.of(position, request.id(number + 1).event(), 0);
    return new Arrival(record, at + random.nextInt(LATEST_MILLIS));
  }

  int size() {
    return arrivals.size();
  }

  /** The newest event time, epoch milliseconds. */
  long end() {
    return arrivals.stream().mapToLong(each -> each.record().event().endMillis()).max().orElse(0);
  }
}
