package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One real client of the ServeGen traces: its rate by window of 600 s, and its token quantiles. */
final class ServegenClient {
  static final int WINDOW_SECONDS = 600;
  static final int TRACE_SECONDS = 14 * 86_400;

  final String name;
  final List<Window> windows = new ArrayList<>();
  final NavigableMap<Integer, Quantiles> quantiles = new TreeMap<>();

  ServegenClient(String name) {
    this.name = name;
  }

  /** Requests per second over the windows in which it sent any. */
  double meanRate() {
    double requests = 0;
    for (Window window : windows) {
      requests += window.rate() * WINDOW_SECONDS;
    }
    return requests / (windows.size() * (double) WINDOW_SECONDS);
  }

  /** The quantiles that held at a second of the trace, or the nearest ones. */
  Quantiles quantilesAt(int second) {
    Map.Entry<Integer, Quantiles> entry = quantiles.floorEntry(second);
    return (entry == null ? quantiles.firstEntry() : entry).getValue();
  }

  /**
   * What one window held.
   *
   * @param start second of the trace
   * @param rate requests per second
   * @param variation coefficient of variation of the gaps
   */
  record Window(int start, double rate, double variation) {}

  /** Input and output tokens at 1, 5, 10, 25, 50, 75, 90, 95, 99 and 100 %. */
  static final class Quantiles {
    private static final double[] LEVELS = {0, .01, .05, .1, .25, .5, .75, .9, .95, .99, 1};

    private final double[] input;
    private final double[] output;

    Quantiles(double[] input, double[] output) {
      this.input = input;
      this.output = output;
    }

    long sampleInput(double uniform) {
      return sample(input, uniform);
    }

    long sampleOutput(double uniform) {
      return sample(output, uniform);
    }

    private static long sample(double[] quantiles, double uniform) {
      int above = 1;
      while (LEVELS[above] < uniform) {
        above++;
      }
      double low = quantiles[Math.max(above - 2, 0)];
      double high = quantiles[above - 1];
      double share = (uniform - LEVELS[above - 1]) / (LEVELS[above] - LEVELS[above - 1]);
      return Math.max(Math.round(low + share * (high - low)), 1);
    }
  }
}
