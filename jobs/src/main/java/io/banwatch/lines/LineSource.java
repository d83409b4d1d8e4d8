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
 * before they were read are told of, and counted in {@code banwatch_log_gaps_NAME}, where NAME is
 * the open file's without its ending.
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
   * @param opening what is taken when the log was never read before
   * @param notices who hears of files that were removed unread
   */
  public static LineSource following(Path open, Opening opening, LineNotices notices) {
    return new LineSource(
        new LineSourceSettings(open.toString(), false, opening, notices, Passed.STAY));
  }

  /**
   * Reads what stands in the log, and ends.
   *
   * @param open the file that was written last
   * @param notices who hears of files that were removed unread
   */
  public static LineSource toTheEnd(Path open, LineNotices notices) {
    return new LineSource(
        new LineSourceSettings(open.toString(), true, Opening.everything(), notices, Passed.STAY));
  }

  /**
   * The same source, which removes closed files once it needs them no more: when as many
   * checkpoints as are kept have passed them.
   */
  public LineSource removingPassed() {
    return new LineSource(
        new LineSourceSettings(
            settings.open(),
            settings.bounded(),
            settings.opening(),
            settings.notices(),
            Passed.REMOVED));
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
