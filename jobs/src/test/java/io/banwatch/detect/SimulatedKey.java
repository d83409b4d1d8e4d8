package io.banwatch.detect;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * One key's requests over two weeks: a real client thinned to a small mean, as detection on real
 * rates was measured. With p = target / source mean, counts per window are negative binomial with
 * variance mean x (1 + p (cv^2 - 1)), and gaps inside a window are gamma with the same dispersion.
 */
final class SimulatedKey {
  private static final long SECOND = 1_000;
  private static final long ORIGIN = 1_793_577_600_000L; // Mon 2 Nov 2026, 00:00 UTC

  final String name;
  final String account;
  final ServegenClient client;
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
    double p = Math.min(1, meanRate / client.meanRate());
    for (ServegenClient.Window window : client.windows) {
      double factor = shape.factorAt((double) window.start() / 86_400);
      double mean = p * factor * window.rate() * ServegenClient.WINDOW_SECONDS;
      if (mean <= 0) {
        continue;
      }
      double dispersion = 1 + p * (window.variation() * window.variation() - 1);
      place(window.start(), count(mean, dispersion), Math.max(dispersion, 0.1));
    }
  }

  private int count(double mean, double dispersion) {
    if (dispersion <= 1.001) {
      return PoissonSampler.of(random, mean).sample();
    }
    double scale = dispersion - 1;
    double rate = gamma(mean / scale, scale);
    return rate <= 0 ? 0 : PoissonSampler.of(random, rate).sample();
  }

  private void place(int start, int count, double dispersion) {
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
      double second = start + ServegenClient.WINDOW_SECONDS * share;
      ServegenClient.Quantiles tokens = client.quantilesAt(start);
      add(
          millis(second / 86_400),
          tokens.sampleInput(random.nextDouble()),
          tokens.sampleOutput(random.nextDouble()));
    }
  }

  /** A request with tokens as the key's own requests have them. */
  void addOwn(long at) {
    ServegenClient.Quantiles tokens = client.quantilesAt((int) (day(at) * 86_400));
    add(at, tokens.sampleInput(random.nextDouble()), tokens.sampleOutput(random.nextDouble()));
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
