package io.banwatch.detect;

import io.banwatch.alert.Alert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Two weeks of keys in three accounts, driven by the real rates of one group, with stories that
 * must be caught and hard negatives that should not: an account that grows threefold in a week, a
 * deploy that triples all keys of another for two hours, a nightly batch, new keys, holidays.
 */
final class SimulatedFortnight {
  static final String SPIKED = "spiked";
  static final String GROWING = "growing";
  static final String RESTING = "resting";
  static final double SPIKE_FROM = 6.4;
  static final double SPIKE_TO = SPIKE_FROM + 2.0 / 24;

  private static final double MEAN_RATE = 0.02;
  private static final double RATE_SIGMA = 1.0;
  private static final String NAME = "key-";
  private static final int NEW_KEYS = 4;
  private static final double KNOWN_DAYS = 2;
  private static final double STORIES_FROM = 3.2;
  private static final double STORIES_TO = 13.2;

  final List<SimulatedKey> keys = new ArrayList<>();
  final List<Label> labels = new ArrayList<>();
  private final UniformRandomProvider random;

  /**
   * Makes the keys.
   *
   * @param storiesEach how often each story is told, each time on a key of its own
   */
  SimulatedFortnight(List<ServegenClient> clients, int keyCount, int storiesEach, long seed) {
    random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    List<ServegenClient> shuffled = new ArrayList<>(clients);
    Collections.shuffle(shuffled, new Random(seed));
    for (int i = 0; i < keyCount; i++) {
      keys.add(key(i, keyCount, shuffled.get(i % shuffled.size()), seed));
    }
    nightlyBatch(keys.get(keyCount - 1));
    tellStories(storiesEach);
    keys.forEach(SimulatedKey::sort);
  }

  private SimulatedKey key(int number, int keyCount, ServegenClient client, long seed) {
    String account =
        number < keyCount * 2 / 5 ? SPIKED : number < keyCount * 4 / 5 ? GROWING : RESTING;
    SimulatedKey key =
        new SimulatedKey(
            NAME + number,
            account,
            client,
            RandomSource.XO_RO_SHI_RO_128_PP.create(seed * 1_000 + number));
    double born = isNew(number) ? 5 + number % 4 : 0;
    key.live(meanRate(), day -> day < born ? 0 : factor(account, day));
    return key;
  }

  private static boolean isNew(int number) {
    return number % 10 == 7 && number < 10 * NEW_KEYS;
  }

  private double meanRate() {
    double normal = new Random(random.nextLong()).nextGaussian();
    return MEAN_RATE * Math.exp(RATE_SIGMA * normal - RATE_SIGMA * RATE_SIGMA / 2);
  }

  private static double factor(String account, double day) {
    return switch (account) {
      case SPIKED -> day >= SPIKE_FROM && day < SPIKE_TO ? 3 : 1;
      case GROWING -> 1 + 2 * Math.min(Math.max((day - 5) / 7, 0), 1);
      default -> day >= 7 && day < 9 ? 0.1 : 1;
    };
  }

  private static void nightlyBatch(SimulatedKey key) {
    for (int day = 4; day < 14; day++) {
      long from = SimulatedKey.millis(day + 2.0 / 24);
      for (int i = 0; i < 900; i++) {
        key.addOwn(from + Math.round(i * 2_000 + key.uniform(0, 2_000)));
      }
    }
  }

  private void tellStories(int each) {
    List<SimulatedKey> free = new ArrayList<>();
    for (int i = 0; i < keys.size() - 1; i++) {
      if (!isNew(i)) {
        free.add(keys.get(i));
      }
    }
    Collections.shuffle(free, new Random(random.nextLong()));
    for (int time = 0; time < each; time++) {
      for (SimulatedStory story : SimulatedStory.values()) {
        double day = STORIES_FROM + (STORIES_TO - STORIES_FROM) * random.nextDouble();
        long from = SimulatedKey.millis(day);
        SimulatedKey key = takeKnown(free, SimulatedKey.millis(day - KNOWN_DAYS));
        story.play(key, from);
        labels.add(new Label(story, key, from));
      }
    }
  }

  /** A story is about a key that is known: the first of those left that sent before. */
  private static SimulatedKey takeKnown(List<SimulatedKey> free, long before) {
    for (SimulatedKey key : free) {
      if (key.size() > 0 && key.at(0) < before) {
        free.remove(key);
        return key;
      }
    }
    throw new IllegalStateException("no key was known before " + SimulatedKey.day(before));
  }

  /** What stands behind an alert that no story explains. */
  String kind(Alert alert) {
    int number = Integer.parseInt(alert.subject().key().substring(NAME.length()));
    double day = SimulatedKey.day(alert.startsAt());
    if (number == keys.size() - 1) {
      return "nightly batch";
    }
    if (isNew(number)) {
      return "new key";
    }
    String account = alert.subject().account();
    boolean spiking = day >= SPIKE_FROM && day < SPIKE_TO + 1.0 / 24;
    return account.equals(SPIKED) ? spiking ? "spike" : "steady" : account;
  }

  /** Which key, which story, since when. */
  record Label(SimulatedStory story, SimulatedKey key, long from) {
    long until() {
      return from + Math.round(story.hours() * 3_600_000);
    }
  }
}
