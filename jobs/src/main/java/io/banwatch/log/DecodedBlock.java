package io.banwatch.log;

import io.banwatch.gateway.UsageDecoder;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import java.util.Arrays;
import java.util.function.Consumer;

/** The records of a block, in the order of the file, each with the position after it. */
final class DecodedBlock implements Consumer<LogRecord> {
  private LogRecord[] records;
  private long[] nextOffsets;
  private int[] nextIndexes;
  private int[] emitted;
  private int size;
  private long valueOffset;
  private int valueIndex;
  private int valueRecords;

  private DecodedBlock(int expected) {
    records = new LogRecord[expected];
    nextOffsets = new long[expected];
    nextIndexes = new int[expected];
    emitted = new int[expected];
  }

  /** Decodes a block. A decoder that fails costs only the value it failed at. */
  static DecodedBlock of(FramedBlock block, UsageDecoder decoder) {
    Frames frames = block.frames();
    DecodedBlock decoded = new DecodedBlock(frames.size());
    for (int frame = 0; frame < frames.size(); frame++) {
      decoded.add(block, frame, decoder);
    }
    return decoded;
  }

  private void add(FramedBlock block, int frame, UsageDecoder decoder) {
    Frames frames = block.frames();
    Window window = block.window();
    valueOffset = frames.offset(frame);
    valueIndex = frames.index(frame);
    valueRecords = 0;
    Position position =
        new Position(block.file().source(), valueOffset, frames.length(frame), valueIndex);
    Flaw flaw = frames.flaw(frame);
    if (flaw != null) {
      accept(LogRecord.rejected(new Rejection(position, flaw.reason(), null, flaw.detail())));
    } else {
      decode(window, position, decoder);
    }
    if (valueRecords > 0) {
      nextOffsets[size - 1] = frames.nextOffset(frame);
      nextIndexes[size - 1] = frames.nextIndex(frame);
      emitted[size - 1] = 0;
    }
  }

  private void decode(Window window, Position position, UsageDecoder decoder) {
    int length = (int) position.bytes();
    try {
      decoder.decode(window.buffer(), window.at(valueOffset), length, position, this);
    } catch (RuntimeException e) {
      String detail = "the decoder failed with " + e.getClass().getSimpleName();
      accept(LogRecord.rejected(new Rejection(position, Reason.UNKNOWN_FORMAT, null, detail)));
    }
  }

  @Override
  public void accept(LogRecord logRecord) {
    if (size == records.length) {
      int larger = 2 * size + 1;
      records = Arrays.copyOf(records, larger);
      nextOffsets = Arrays.copyOf(nextOffsets, larger);
      nextIndexes = Arrays.copyOf(nextIndexes, larger);
      emitted = Arrays.copyOf(emitted, larger);
    }
    valueRecords++;
    records[size] = logRecord;
    nextOffsets[size] = valueOffset;
    nextIndexes[size] = valueIndex;
    emitted[size] = valueRecords;
    size++;
  }

  int size() {
    return size;
  }

  LogRecord get(int at) {
    return records[at];
  }

  /** See {@link ReadPosition#offset()}: where to go on after this record. */
  long nextOffset(int at) {
    return nextOffsets[at];
  }

  /** See {@link ReadPosition#index()}. */
  int nextIndex(int at) {
    return nextIndexes[at];
  }

  /** See {@link ReadPosition#emitted()}. */
  int emitted(int at) {
    return emitted[at];
  }

  /**
   * What a record is merged by: the time of an event, epoch milliseconds. Anything else goes along
   * with the record before it in its file.
   */
  long mergeMillis(int at) {
    return records[at].event() == null ? LogFile.UNKNOWN_TIME : records[at].event().endMillis();
  }
}
