package io.banwatch.inspect;

import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What Banwatch understands of a log: counts, and whether what the signals need is there. Its
 * memory grows with the different names and requests that it is given, so a caller bounds how many
 * records it adds.
 */
public final class Inspection {
  private final Predicate<String> isPublic;
  private final Rejections rejections = new Rejections();
  private final Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
  private final Map<DroppedField, Long> dropped = new EnumMap<>(DroppedField.class);
  private final Map<Field, Long> present = new EnumMap<>(Field.class);
  private final Map<Field, Long> expected = new EnumMap<>(Field.class);
  private final Addresses addresses = new Addresses();
  private final Names names = new Names();
  private final SampledRecords samples = new SampledRecords();
  private final Set<Long> requests = new HashSet<>();
  private long accepted;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;
  private long silenceMillis;
  private long silentSince;

  /**
   * Has seen nothing yet.
   *
   * @param isPublic whether an address in canonical text is a public one
   */
  public Inspection(Predicate<String> isPublic) {
    this.isPublic = isPublic;
  }

  /** Looks at the next record, whose account is named as far as it can be. */
  public void add(LogRecord record) {
    if (record.rejection() != null) {
      rejections.add(record.rejection());
      return;
    }
    if (record.skip() != null) {
      skipped.merge(record.skip(), 1L, Long::sum);
      return;
    }
    UsageEvent event = record.event();
    if (event.requestHash() != 0 && !requests.add(event.identity() ^ event.requestHash())) {
      skipped.merge(Skip.REPEAT, 1L, Long::sum);
      return;
    }
    accepted++;
    firstMillis = Math.min(firstMillis, event.endMillis());
    if (accepted > 1 && event.endMillis() - lastMillis > silenceMillis) {
      silenceMillis = event.endMillis() - lastMillis;
      silentSince = lastMillis;
    }
    lastMillis = Math.max(lastMillis, event.endMillis());
    for (DroppedField field : DroppedField.values()) {
      if ((record.droppedFields() & field.bit()) != 0) {
        dropped.merge(field, 1L, Long::sum);
      }
    }
    boolean publicAddress = event.address() != null && isPublic.test(event.address());
    addresses.add(event.key(), event.address(), publicAddress);
    for (Field field : Field.values()) {
      if (field.isExpected(event)) {
        expected.merge(field, 1L, Long::sum);
        present.merge(field, field.isPresent(event, publicAddress) ? 1L : 0L, Long::sum);
      }
    }
    names.add(event);
    samples.add(record);
  }

  /** Records, whatever became of them. */
  public long records() {
    return accepted + rejections.total() + skipped();
  }

  /** Records that are requests. */
  public long accepted() {
    return accepted;
  }

  /** Records that are understood and do not count. */
  public long skipped() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same by reason. */
  public Map<Skip, Long> skippedBy() {
    return Collections.unmodifiableMap(skipped);
  }

  /** Fields that were left out of records that count. */
  public Map<DroppedField, Long> droppedFields() {
    return Collections.unmodifiableMap(dropped);
  }

  /** What was not understood. */
  public Rejections rejections() {
    return rejections;
  }

  /** End of the earliest request, epoch milliseconds; of no use when none was accepted. */
  public long firstMillis() {
    return firstMillis;
  }

  /** End of the latest one. */
  public long lastMillis() {
    return lastMillis;
  }

  /** The longest time without the end of a request, milliseconds. */
  public long silenceMillis() {
    return silenceMillis;
  }

  /** When that began, epoch milliseconds; of no use when there was none. */
  public long silentSince() {
    return silentSince;
  }

  /** Who is in the log. */
  public Names names() {
    return names;
  }

  /** What can be made of the callers' addresses. */
  public Addresses addresses() {
    return addresses;
  }

  /** A few records to look at. */
  public SampledRecords samples() {
    return samples;
  }

  /** How much of the log has the field. */
  public FieldShare share(Field field) {
    return new FieldShare(field, present.getOrDefault(field, 0L), expected.getOrDefault(field, 0L));
  }
}
