package io.banwatch.lines;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The whole lines of a log that rotates, as one split. A checkpoint holds the place, so after a
 * restart each line comes once; the files may have been rotated meanwhile. Files that were removed
 * before they were read are told of, and counted in {@code banwatch_log_gaps_READER}; how much is
 * still to be read is {@code banwatch_log_unread_bytes_READER}.
 */
public final class LineSource implements Source<byte[], LineSplit, List<LineSplit>> {
  private static final long serialVersionUID = 2L;

  private final LineSourceSettings settings;

  private LineSource(LineSourceSettings settings) {
    this.settings = settings;
  }

  /**
   * Follows the log for ever.
   *
   * @param open the file that grows
   * @param reader what its metrics call the reader, lower case and {@code _}
   * @param opening what is taken when the log was never read before
   * @param notices who hears of files that were removed unread
   */
  public static LineSource following(
      Path open, String reader, Opening opening, LineNotices notices) {
    return new LineSource(
        new LineSourceSettings(
            open.toString(), reader, false, opening, notices, LineGate.open(), Passed.STAY));
  }

  /**
   * Reads what stands in the log, and ends.
   *
   * @param open the file that was written last
   * @param reader what its metrics call the reader, lower case and {@code _}
   * @param notices who hears of files that were removed unread
   */
  public static LineSource toTheEnd(Path open, String reader, LineNotices notices) {
    return new LineSource(
        new LineSourceSettings(
            open.toString(),
            reader,
            true,
            Opening.everything(),
            notices,
            LineGate.open(),
            Passed.STAY));
  }

  /**
   * The same source, which removes closed files once it needs them no more: when as many
   * checkpoints as are kept have passed them.
   */
  public LineSource removingPassed() {
    return new LineSource(settings.with(Passed.REMOVED));
  }

  /** The same source, which reads only while a gate is open. */
  public LineSource readingWhile(LineGate gate) {
    return new LineSource(settings.with(gate));
  }

  @Override
  public Boundedness getBoundedness() {
    return settings.bounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<byte[], LineSplit> createReader(SourceReaderContext context) {
    return new LineReader(settings, context.metricGroup());
  }

  @Override
  public SplitEnumerator<LineSplit, List<LineSplit>> createEnumerator(
      SplitEnumeratorContext<LineSplit> context) {
    return new LineEnumerator(context, List.of(LineSplit.fresh()));
  }

  @Override
  public SplitEnumerator<LineSplit, List<LineSplit>> restoreEnumerator(
      SplitEnumeratorContext<LineSplit> context, List<LineSplit> waiting) {
    return new LineEnumerator(context, waiting);
  }

  @Override
  public SimpleVersionedSerializer<LineSplit> getSplitSerializer() {
    return new LineSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<LineSplit>> getEnumeratorCheckpointSerializer() {
    return new WaitingSplitsSerializer();
  }
}
