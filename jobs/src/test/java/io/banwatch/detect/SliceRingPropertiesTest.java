package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SliceRingPropertiesTest {
  private static final long START = 1_793_577_600_000L;

  @Property
  void totalsAreThoseOfAListOfRequests(
      @ForAll PaceSpan span, @ForAll("requests") List<Request> requests) {
    SliceRing ring = new SliceRing();
    List<long[]> kept = new ArrayList<>();
    long at = START;
    long newest = 0;
    for (Request request : requests) {
      at += request.stepMillis();
      long slice = at / span.sliceMillis();
      newest = Math.max(newest, slice);
      int place = ring.slideTo(at, span);

      assertThat(place >= 0).isEqualTo(newest - slice < span.slices());
      if (place >= 0) {
        ring.add(request.series(), place, request.amount(), span);
        kept.add(new long[] {slice, request.series(), request.amount()});
      }
      for (int series = 0; series < 4; series++) {
        assertThat(ring.total(series)).isEqualTo(sum(kept, series, newest, span.slices()));
        assertThat(ring.newest(series, 6, span)).isEqualTo(sum(kept, series, newest, 6));
      }
    }
  }

  private static long sum(List<long[]> kept, int series, long newest, int slices) {
    return kept.stream()
        .filter(request -> request[1] == series && newest - request[0] < slices)
        .mapToLong(request -> request[2])
        .sum();
  }

  @Provide
  Arbitrary<List<Request>> requests() {
    Arbitrary<Long> steps =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.longs().between(0, 20_000)),
            Tuple.of(2, Arbitraries.longs().between(-90_000, -1)),
            Tuple.of(1, Arbitraries.longs().between(100_000, 8_000_000)));
    return Combinators.combine(
            steps, Arbitraries.integers().between(0, 3), Arbitraries.longs().between(0, 400_000))
        .as(Request::new)
        .list()
        .ofMaxSize(60);
  }

  record Request(long stepMillis, int series, long amount) {}
}
