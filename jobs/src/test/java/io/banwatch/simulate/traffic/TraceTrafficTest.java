package io.banwatch.simulate.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.banwatch.simulate.rates.ClientRates;
import io.banwatch.simulate.rates.ClientRates.Busy;
import io.banwatch.simulate.rates.ClientTokens;
import io.banwatch.simulate.rates.Quantiles;
import io.banwatch.simulate.rates.Trace;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Seeds;
import io.banwatch.simulate.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TraceTrafficTest {
  private static final long WINDOWS = 20_000;
  private static final long ORIGIN = 1_793_000_400L * Time.SECOND;

  @Test
  void thinnedWindowsHaveTheSourcesMeanAndVariance() {
    double rate = 3;
    double variation = 6;
    double share = 0.05;
    double mean = rate * 600 * share;
    double variance = mean * (1 + share * (variation * variation - 1));
    double[] counts = counts(steady(rate, variation), share);
    assertThat(mean(counts)).isCloseTo(mean, within(mean * 0.01));
    assertThat(variance(counts)).isCloseTo(variance, within(variance * 0.04));
  }

  @Test
  void aSourceWithRegularGapsBecomesPoisson() {
    double[] counts = counts(steady(2, 0.3), 0.02);
    assertThat(mean(counts)).isCloseTo(24, within(0.24));
    assertThat(variance(counts)).isCloseTo(24, within(24 * 0.04));
  }

  @Test
  void gapsInsideAWindowVaryLikeTheThinnedSource() {
    double share = 0.1;
    double variation = 5;
    WindowArrivals arrivals = arrivals(steady(4, variation), share);
    List<Double> gaps = new ArrayList<>();
    long last = arrivals.next();
    for (long next = arrivals.next(); next != Arrivals.NO_MORE; next = arrivals.next()) {
      if ((next - ORIGIN) / Windows.LENGTH == (last - ORIGIN) / Windows.LENGTH) {
        gaps.add((next - last) / 1e6);
      }
      last = next;
    }
    double[] drawn = gaps.stream().mapToDouble(Double::doubleValue).toArray();
    double squared = variance(drawn) / (mean(drawn) * mean(drawn));
    assertThat(squared).isCloseTo(1 + share * (variation * variation - 1), within(0.35));
  }

  @Test
  void emptyWindowsOfTheSourceStayEmpty() {
    ClientRates client = new ClientRates("c", Map.of(600L, new Busy(1, 2)));
    TraceWindows windows = new TraceWindows(client, 0.5, ORIGIN, 1_800, 0);
    assertThat(windows.at(ORIGIN).mean()).isZero();
    assertThat(windows.at(ORIGIN + Windows.LENGTH).mean()).isEqualTo(300);
    assertThat(windows.at(ORIGIN + 4 * Windows.LENGTH).mean()).isEqualTo(300);
  }

  @Test
  void targetsAreLogNormalAroundTheMeanAskedFor() {
    Trace trace = new Trace(List.of(steady(50, 1)), tokens(), 0.02);
    World world = World.of(4, 2_000);
    Habits habits = new Habits(world.seeds(), trace, ORIGIN);
    long requests = 0;
    for (ApiKey key : world.keys()) {
      RequestSource source = habits.usual(key, "", ORIGIN, ORIGIN + Time.HOUR);
      for (Request request = source.next(); request != null; request = source.next()) {
        requests++;
      }
    }
    assertThat(requests / 2_000.0 / 3_600).isCloseTo(0.02, within(0.0015));
  }

  @Test
  void sizesFollowTheClientsQuantiles() {
    Trace trace = new Trace(List.of(steady(50, 1)), tokens(), 40);
    World world = World.of(4, 1);
    RequestSource source =
        new Habits(world.seeds(), trace, ORIGIN)
            .usual(world.keys().get(0), "", ORIGIN, ORIGIN + Time.HOUR);
    List<Long> inputs = new ArrayList<>();
    for (Request request = source.next(); request != null; request = source.next()) {
      inputs.add(request.promptTokens());
    }
    inputs.sort(null);
    assertThat(inputs.get(inputs.size() / 2)).isBetween(480L, 520L);
    assertThat(inputs.get(inputs.size() * 9 / 10)).isBetween(1_800L, 2_200L);
    assertThat(inputs.get(inputs.size() - 1)).isLessThanOrEqualTo(80_000);
  }

  private static Map<String, ClientTokens> tokens() {
    Quantiles quantiles =
        new Quantiles(
            List.of(10.0, 50.0, 100.0, 250.0, 500.0, 900.0, 2_000.0, 3_000.0, 9_000.0, 80_000.0));
    TreeMap<Long, ClientTokens.Sizes> windows = new TreeMap<>();
    windows.put(0L, new ClientTokens.Sizes(quantiles, quantiles));
    return Map.of("other", new ClientTokens(windows));
  }

  private static ClientRates steady(double rate, double variation) {
    Map<Long, Busy> windows = new HashMap<>();
    for (long i = 0; i < WINDOWS; i++) {
      windows.put(i * 600, new Busy(rate, variation));
    }
    return new ClientRates("steady", windows);
  }

  private static WindowArrivals arrivals(ClientRates client, double share) {
    TraceWindows windows = new TraceWindows(client, share, ORIGIN, WINDOWS * 600, 0);
    long until = ORIGIN + WINDOWS * Windows.LENGTH;
    return new WindowArrivals(windows, new Seeds(11).stream("test", 0), ORIGIN, until);
  }

  private static double[] counts(ClientRates client, double share) {
    double[] counts = new double[(int) WINDOWS];
    WindowArrivals arrivals = arrivals(client, share);
    long last = ORIGIN;
    for (long next = arrivals.next(); next != Arrivals.NO_MORE; next = arrivals.next()) {
      assertThat(next).isGreaterThanOrEqualTo(last);
      counts[(int) ((next - ORIGIN) / Windows.LENGTH)]++;
      last = next;
    }
    return counts;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }
}
