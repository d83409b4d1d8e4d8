package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.PointWriter;
import io.banwatch.place.PlaceLookup;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Settings;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnsweredBy;
import java.util.List;

/**
 * Measures keys for the metric log: sums each slice of event time, and writes it once the watermark
 * has passed it, or again when a late request changes it. Plain Java: the operator around it
 * fetches state and forwards.
 */
public final class KeySlicing {
  /** Where points and shares go. */
  public interface Output {
    /** How far event time has come, epoch milliseconds; {@link Long#MAX_VALUE} at its end. */
    long watermark();

    /** Points of the key, as {@link PointWriter#take} gives them. */
    void points(byte[] lines);

    /** What the key adds to its account. */
    void share(SliceShare share);

    /** A request was too late for its slice. */
    void leftOut();

    /** The key's week; may be changed, and is kept then. */
    WeekHabit habit();
  }

  /** Of one key in ten minutes; a key with more is no key of one owner. */
  private static final int MOST_ACCOUNTS = 64;

  /** Distinct addresses or countries of a key are counted up to here. */
  private static final int MOST_DISTINCT = 32;

  private static final long NOTHING_PENDING = Long.MAX_VALUE;

  private final KeyPlaces places;
  private final SeriesCache cache;
  private final PointWriter points = new PointWriter();

  /**
   * @param policy what holds
   * @param places where addresses are
   */
  public KeySlicing(Policy policy, PlaceLookup places) {
    this.places = new KeyPlaces(places);
    this.cache = new SeriesCache(policy);
  }

  /**
   * Counts one request that is no history, before it is judged.
   *
   * @param late whether pace ignores it
   * @param settings what holds for the key
   */
  public void observe(
      UsageEvent event,
      KeySlices key,
      boolean late,
      Settings settings,
      PaceGauge gauge,
      Output out) {
    long number = Slices.of(event.endMillis());
    boolean paced = !late && event.answeredBy() == AnsweredBy.VENDOR;
    if (paced && number > key.pacedSlice) {
      readPace(key, settings, gauge);
      key.pacedSlice = number;
    }
    KeySeries series = seriesOf(event.account(), key);
    if (series == null
        || number <= series.forgottenUpTo
        || Slices.isForgotten(number, out.watermark())) {
      out.leftOut();
      return;
    }
    series.keyAlias = event.keyAlias();
    series.team = event.team();
    KeySlice slice = series.slice(number);
    if (slice.pending == null) {
      slice.pending = new SliceUsage();
    }
    slice.pending.add(event);
    if (paced) {
      slice.pacedRequests++;
      slice.pacedInput += event.tokens().weighedInput();
      slice.pacedOutput += event.tokens().output();
    }
    if (event.rateLimits() != null) {
      slice.limits = slice.limits == null ? new SliceLimits() : slice.limits;
      slice.limits.add(event.model(), event.rateLimits());
    }
    if (event.address() != null) {
      slice.addresses.add(event.address());
    }
    series.pendingFrom = Math.min(series.pendingFrom, number);
    key.dueAt = Math.min(key.dueAt, Slices.last(number));
  }

  /** Writes the slices that the watermark has passed and forgets old ones. */
  public void advance(KeySlices key, PaceGauge gauge, Output out) {
    if (key.dueAt > out.watermark()) {
      return;
    }
    key.dueAt = Long.MAX_VALUE;
    for (int i = key.series.size() - 1; i >= 0; i--) {
      KeySeries series = key.series.get(i);
      writePassed(key, series, gauge, out);
      series.forget(out.watermark());
      if (series.slices.isEmpty()) {
        key.series.remove(i);
      } else {
        key.dueAt = Math.min(key.dueAt, dueAt(series));
      }
    }
    if (!points.isEmpty()) {
      out.points(points.take());
    }
    key.readings.removeIf(reading -> Slices.last(reading.slice) <= out.watermark());
  }

  private void writePassed(KeySlices key, KeySeries series, PaceGauge gauge, Output out) {
    int place = series.firstPending();
    series.pendingFrom = NOTHING_PENDING;
    for (; place < series.slices.size(); place++) {
      KeySlice slice = series.slices.get(place);
      if (slice.pending != null && Slices.last(slice.number) <= out.watermark()) {
        write(key, series, slice, gauge, out);
      } else if (slice.pending != null) {
        series.pendingFrom = Math.min(series.pendingFrom, slice.number);
      }
    }
  }

  private static long dueAt(KeySeries series) {
    long newest = series.slices.get(series.slices.size() - 1).number;
    return series.pendingFrom == NOTHING_PENDING
        ? Slices.last(newest) + Slices.KEPT_MILLIS
        : Slices.last(series.pendingFrom);
  }

  private static KeySeries seriesOf(String account, KeySlices key) {
    for (KeySeries known : key.series) {
      if (known.account.equals(account)) {
        return known;
      }
    }
    if (key.series.size() == MOST_ACCOUNTS) {
      return null;
    }
    KeySeries begun = new KeySeries();
    begun.account = account;
    key.series.add(begun);
    return begun;
  }

  private static void readPace(KeySlices key, Settings settings, PaceGauge gauge) {
    if (key.pacedSlice != KeySlices.NO_SLICE) {
      key.readings.add(gauge.read(key.pacedSlice, settings));
      key.pacedSlice = KeySlices.NO_SLICE;
    }
  }

  private void write(KeySlices key, KeySeries series, KeySlice slice, PaceGauge gauge, Output out) {
    boolean first = slice.written == null;
    SliceUsage share = slice.pending;
    SliceUsage whole = new SliceUsage();
    if (!first) {
      whole.add(slice.written);
    }
    whole.add(share);
    slice.written = whole;
    slice.pending = null;
    SeriesCache.Entry entry = cache.of(key, series);
    List<KeyPlaces.Spot> spots = places.of(slice.addresses);
    long[] countries = KeyPlaces.countries(spots);
    points.begin(Measurement.KEY_USAGE, Slices.start(slice.number), entry.tags());
    whole.write(points);
    points
        .with(FieldNames.ADDRESSES, Math.min(slice.addresses.addresses.length, MOST_DISTINCT))
        .with(FieldNames.COUNTRIES, Math.min(countries.length, MOST_DISTINCT))
        .end();
    writePace(key, slice, entry, gauge, out);
    places.write(slice.number, spots, slice.addresses.elsewhere, entry.tags(), points);
    SliceShare told = new SliceShare();
    told.vendor = key.vendor;
    told.account = series.account;
    told.slice = slice.number;
    told.first = first;
    told.usage = share;
    told.addresses = slice.addresses.hashes();
    told.countries = countries;
    told.limits = slice.limits;
    out.share(told);
  }

  private void writePace(
      KeySlices key, KeySlice slice, SeriesCache.Entry entry, PaceGauge gauge, Output out) {
    if (slice.pacedRequests == 0) {
      return;
    }
    long at = Slices.start(slice.number);
    WeekHabit habit = out.habit();
    habit.add(at, slice.pacedRequests, slice.pacedInput, slice.pacedOutput);
    slice.pacedRequests = 0;
    slice.pacedInput = 0;
    slice.pacedOutput = 0;
    if (key.pacedSlice == slice.number) {
      readPace(key, entry.settings(), gauge);
    }
    PaceReading reading = key.reading(slice.number);
    if (reading != null) {
      points.begin(Measurement.KEY_PACE, at, entry.tags());
      reading.write(points, habit, at);
      points.end();
    }
  }
}
