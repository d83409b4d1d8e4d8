package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Members;
import io.banwatch.metric.PointWriter;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures accounts for the metric log: puts together what their keys tell of each slice. Plain
 * Java, as {@link KeySlicing}.
 */
public final class AccountSlicing {
  /** Distinct addresses or countries of an account are counted up to here. */
  private static final int MOST_DISTINCT = 256;

  private final AccountTags names = new AccountTags();
  private final PointWriter points = new PointWriter();

  /** Adds what a key tells of a slice. */
  public void observe(SliceShare share, AccountSlices account) {
    account.vendor = share.vendor;
    account.account = share.account;
    AccountSlice slice = account.slice(share.slice);
    slice.usage.add(share.usage);
    slice.keys += share.first ? 1 : 0;
    slice.addresses = united(slice.addresses, share.addresses);
    slice.countries = united(slice.countries, share.countries);
    if (share.limits != null) {
      slice.limits.add(share.limits);
    }
    slice.pending = true;
  }

  /**
   * Writes the slices that the watermark has passed and forgets old ones.
   *
   * @param watermark epoch milliseconds; {@link Long#MAX_VALUE} at the end of time
   * @param out receives the points, a line each
   */
  public void advance(long watermark, AccountSlices account, Consumer<byte[]> out) {
    for (AccountSlice slice : account.slices) {
      if (slice.pending && Slices.last(slice.number) <= watermark) {
        slice.pending = false;
        write(slice, account);
      }
    }
    if (!points.isEmpty()) {
      out.accept(points.take());
    }
    account.slices.removeIf(slice -> !slice.pending && Slices.isForgotten(slice.number, watermark));
  }

  /** When {@link #advance} must be asked next, in event time; {@link Long#MAX_VALUE} for never. */
  public long nextTimer(AccountSlices account) {
    for (AccountSlice slice : account.slices) {
      if (slice.pending) {
        return Slices.last(slice.number);
      }
    }
    int size = account.slices.size();
    return size == 0
        ? Long.MAX_VALUE
        : Slices.last(account.slices.get(size - 1).number) + Slices.KEPT_MILLIS;
  }

  private void write(AccountSlice slice, AccountSlices account) {
    Members tags = names.of(account.vendor, account.account);
    points.begin(Measurement.ACCOUNT_USAGE, Slices.start(slice.number), tags);
    slice.usage.write(points);
    points
        .with(FieldNames.ADDRESSES, slice.addresses.length)
        .with(FieldNames.COUNTRIES, slice.countries.length)
        .with(FieldNames.ACTIVE_KEYS, slice.keys)
        .end();
    for (ModelLimits model : slice.limits.all()) {
      Members named = Members.ofTags(List.of(new Tag(TagNames.MODEL, model.model)));
      points.begin(Measurement.ACCOUNT_LIMITS, Slices.start(slice.number), tags, named);
      model.write(points);
      points.end();
    }
  }

  /** Both, rising, and of too many the least, so that their order does not matter. */
  private static long[] united(long[] known, long[] more) {
    boolean nothingNew = true;
    for (long hash : more) {
      nothingNew &= Arrays.binarySearch(known, hash) >= 0;
    }
    if (nothingNew) {
      return known;
    }
    long[] united = Arrays.copyOf(known, known.length + more.length);
    System.arraycopy(more, 0, united, known.length, more.length);
    Arrays.sort(united);
    int distinct = 1;
    for (int i = 1; i < united.length && distinct < MOST_DISTINCT; i++) {
      if (united[i] != united[i - 1]) {
        united[distinct++] = united[i];
      }
    }
    return Arrays.copyOf(united, distinct);
  }
}
