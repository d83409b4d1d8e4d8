package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointBuilder;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Measures accounts for the metric log: puts together what their keys tell of each slice. Plain
 * Java, as {@link KeySlicing}.
 */
public final class AccountSlicing {
  /** Distinct addresses or countries of an account are counted up to here. */
  private static final int MOST_DISTINCT = 256;

  private final AccountTags names = new AccountTags();

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
   */
  public void advance(long watermark, AccountSlices account, Consumer<Point> out) {
    for (AccountSlice slice : account.slices) {
      if (slice.pending && Slices.last(slice.number) <= watermark) {
        slice.pending = false;
        write(slice, account, out);
      }
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

  private void write(AccountSlice slice, AccountSlices account, Consumer<Point> out) {
    List<Tag> tags = names.of(account.vendor, account.account);
    PointBuilder usage =
        new PointBuilder(Measurement.ACCOUNT_USAGE, Slices.start(slice.number), tags);
    slice.usage.write(usage);
    usage
        .with(FieldNames.ADDRESSES, slice.addresses.length)
        .with(FieldNames.COUNTRIES, slice.countries.length)
        .with(FieldNames.ACTIVE_KEYS, slice.keys);
    out.accept(usage.build());
    for (ModelLimits model : slice.limits.all()) {
      List<Tag> ofModel = new ArrayList<>(tags);
      ofModel.add(new Tag(TagNames.MODEL, model.model));
      PointBuilder limits =
          new PointBuilder(Measurement.ACCOUNT_LIMITS, Slices.start(slice.number), ofModel);
      model.write(limits);
      out.accept(limits.build());
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
    return LongStream.concat(Arrays.stream(known), Arrays.stream(more))
        .sorted()
        .distinct()
        .limit(MOST_DISTINCT)
        .toArray();
  }
}
