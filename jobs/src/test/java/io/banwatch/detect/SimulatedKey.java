package io.banwatch.detect;

import io.banwatch.simulate.rates.ClientRates;
import io.banwatch.simulate.rates.ClientTokens;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * One key's requests over two weeks: a real client thinned to a small mean, as detection on real
 * rates was measured. {@link ClientRates#share} says how far; counts per window are negative
 * binomial with that dispersion, and gaps inside a window are gamma with the same.
 */
final class SimulatedKey {
  private static final long SECOND = 1_000;
  private static final long ORIGIN = 1_793_577_600_000L; // Mon 2 Nov 2026, 00:00 UTC

  final String name;
  final String account;
  private final ServegenClient client;
  private final UniformRandomProvider random;
  private long[] packed = new long[1_024];
  private int[] input = new int[1_024];
  private int[] output = new int[1_024];
  private int size;

  SimulatedKey(String name, String account, ServegenClient client, UniformRandomProvider random) {
    this.name = name;
    this.account = account;
    this.client = client;
    this.random = random;
  }

  static long millis(double day) {
    return ORIGIN + Math.round(day * 86_400 * SECOND);
  }

  static double day(long millis) {
    return (millis - ORIGIN) / (86_400.0 * SECOND);
  }

  /** Samples the client's own traffic, with its rate changed by a factor of time. */
  void live(double meanRate, Shape shape) {
    double share = client.rates().share(meanRate);
    client
        .rates()
        .windows()
        .forEach(
            (start, busy) -> {
              double factor = shape.factorAt((double) start / 86_400);
              double mean = share * factor * busy.requestsPerSecond() * ClientRates.WINDOW_SECONDS;
              if (mean > 0) {
                double dispersion = busy.dispersion(share);
                place(start, count(mean, dispersion), Math.max(dispersion, 0.1));
              }
            });
  }

  private int count(double mean, double dispersion) {
    if (dispersion <= 1.001) {
      return PoissonSampler.of(random, mean).sample();
    }
    double scale = dispersion - 1;
    double rate = gamma(mean / scale, scale);
    return rate <= 0 ? 0 : PoissonSampler.of(random, rate).sample();
  }

  private void place(long start, int count, double dispersion) {
    double[] gaps = new double[count + 1];
    double sum = 0;
    for (int i = 0; i <= count; i++) {
      gaps[i] = gamma(1 / dispersion, 1);
      sum += gaps[i];
    }
    double at = 0;
    for (int i = 0; i < count; i++) {
      at += gaps[i];
      double share = sum > 0 ? at / sum : (i + 1.0) / (count + 1);
      double second = start + ClientRates.WINDOW_SECONDS * share;
      addOf(client.tokens().at(start), millis(second / 86_400));
    }
  }

  /** A request with tokens as the key's own requests have them. */
  void addOwn(long at) {
    addOf(client.tokens().at((long) (day(at) * 86_400)), at);
  }

  private void addOf(ClientTokens.Sizes sizes, long at) {
    add(
        at,
        Math.round(sizes.input().at(random.nextDouble())),
        Math.round(sizes.output().at(random.nextDouble())));
  }

  void add(long at, long inputTokens, long outputTokens) {
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, 2 * size);
      input = Arrays.copyOf(input, 2 * size);
      output = Arrays.copyOf(output, 2 * size);
    }
    packed[size] = ((at - ORIGIN) << 24) | size;
    input[size] = (int) inputTokens;
    output[size] = (int) outputTokens;
    size++;
  }

  /** Takes away what lies between two days. */
  void silence(double fromDay, double toDay) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double day = day(ORIGIN + (packed[i] >> 24));
      if (day >= fromDay && day < toDay) {
        continue;
      }
      packed[kept] = (packed[i] >> 24 << 24) | kept;
      input[kept] = input[i];
      output[kept] = output[i];
      kept++;
    }
    size = kept;
  }

  void sort() {
    Arrays.sort(packed, 0, size);
  }

  int size() {
    return size;
  }

  long at(int index) {
    return ORIGIN + (packed[index] >> 24);
  }

  long input(int index) {
    return input[(int) (packed[index] & 0xff_ffff)];
  }

  long output(int index) {
    return output[(int) (packed[index] & 0xff_ffff)];
  }

  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private double gamma(double shape, double scale) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, scale).sample();
  }

  /** How a key's rate is changed over time. */
  interface Shape {
    double factorAt(double day);
  }
}
