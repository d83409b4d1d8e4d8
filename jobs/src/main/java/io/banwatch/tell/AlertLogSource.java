package io.banwatch.tell;

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
 * The whole lines of a log that rotates, for ever, as one split. A checkpoint holds the place, so
 * after a restart each line comes once; the files may have been rotated meanwhile.
 */
final class AlertLogSource implements Source<byte[], AlertLogSplit, List<AlertLogSplit>> {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final StartAt start;

  /**
   * @param file the one that grows
   * @param start what is told when the log was never told before
   */
  AlertLogSource(Path file, StartAt start) {
    this.file = file.toString();
    this.start = start;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<byte[], AlertLogSplit> createReader(SourceReaderContext context) {
    return new AlertLogReader(Path.of(file), start);
  }

  @Override
  public SplitEnumerator<AlertLogSplit, List<AlertLogSplit>> createEnumerator(
      SplitEnumeratorContext<AlertLogSplit> context) {
    return new AlertLogEnumerator(context, List.of(AlertLogSplit.fresh()));
  }

  @Override
  public SplitEnumerator<AlertLogSplit, List<AlertLogSplit>> restoreEnumerator(
      SplitEnumeratorContext<AlertLogSplit> context, List<AlertLogSplit> waiting) {
    return new AlertLogEnumerator(context, waiting);
  }

  @Override
  public SimpleVersionedSerializer<AlertLogSplit> getSplitSerializer() {
    return new AlertLogSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<AlertLogSplit>> getEnumeratorCheckpointSerializer() {
    return new WaitingSplitsSerializer();
  }
}
