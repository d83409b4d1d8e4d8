package io.banwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What an account knows of its keys' addresses is the union, or its least 256. */
class AccountSetsPropertiesTest {
  private static final int MOST = 256;

  @Property(tries = 300)
  void addressesAreUnitedWhateverTheirOrder(
      @ForAll @Size(max = 12)
          List<@Size(max = 64) List<@IntRange(min = -400, max = 400) Integer>> told) {
    AccountSlicing slicing = new AccountSlicing();
    AccountSlices account = new AccountSlices();
    TreeSet<Long> all = new TreeSet<>();
    for (List<Integer> addresses : told) {
      SliceShare share = new SliceShare();
      share.slice = 7;
      share.addresses = addresses.stream().mapToLong(Integer::longValue).sorted().toArray();
      slicing.observe(share, account);
      addresses.forEach(address -> all.add((long) address));
    }

    assertThat(told.isEmpty() ? new long[0] : account.slices.get(0).addresses)
        .isEqualTo(all.stream().limit(MOST).mapToLong(Long::longValue).toArray());
  }

  @Property(tries = 300)
  void noSliceThatWaitsStandsBeforeTheFirstThatIsLookedAt(
      @ForAll @Size(max = 40) List<@IntRange(max = 30) Integer> requested) {
    KeySeries series = new KeySeries();
    series.pendingFrom = Long.MAX_VALUE;
    for (int number : requested) {
      KeySlice slice = series.slice(number);
      if (number % 3 != 0) {
        slice.pending = new SliceUsage();
        series.pendingFrom = Math.min(series.pendingFrom, number);
      }
    }

    assertThat(series.slices.subList(0, series.firstPending()))
        .allMatch(slice -> slice.pending == null);
    if (series.firstPending() < series.slices.size()) {
      assertThat(series.slices.get(series.firstPending()).pending).isNotNull();
    }
  }
}
