package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.Counter;

/**
 * A usage log as a Flink source: files of JSON values, merged by event time into one order that
 * does not depend on the number of decoding threads. To be run at parallelism 1; decoding is
 * parallel inside. Assigns neither timestamps nor watermarks.
 *
 * <p>After a restore it goes on exactly after the last record that was emitted. Standard input can
 * only be read once: a restore in the middle of it gives a rejection that says so.
 */
public final class UsageLogSource
    implements Source<LogRecord, LogSplit, LogEnumeratorState>, ResultTypeQueryable<LogRecord> {
  private static final long serialVersionUID = 1;

  private final LogDiscovery discovery;
  private final DecoderFactory decoders;
  private final LogSettings settings;
  private final StandardInput standardInput;
  private final String token = UUID.randomUUID().toString();

  /** A log that some discovery finds. */
  UsageLogSource(
      LogDiscovery discovery,
      DecoderFactory decoders,
      LogSettings settings,
      StandardInput standardInput) {
    this.discovery = discovery;
    this.decoders = decoders;
    this.settings = settings;
    this.standardInput = standardInput;
  }

  /**
   * The log that stands there now: files, directories, {@code -} for standard input.
   *
   * @throws UsageLogException when one is missing, cannot be read, or holds no log
   */
  public static UsageLogSource ofFiles(
      List<String> logs, DecoderFactory decoders, LogSettings settings) {
    return ofFiles(logs, decoders, settings, StandardInput.ofProcess());
  }

  /** The same, with other bytes for {@code -}. */
  public static UsageLogSource ofFiles(
      List<String> logs,
      DecoderFactory decoders,
      LogSettings settings,
      StandardInput standardInput) {
    FileLister.list(logs);
    FileDiscovery discovery = new FileDiscovery(logs, settings, decoders, standardInput);
    return new UsageLogSource(discovery, decoders, settings, standardInput);
  }

  /**
   * What {@link #ofFiles} would read, and what it would leave out and why.
   *
   * @throws UsageLogException when one is missing, cannot be read, or holds no log
   */
  public static FileListing list(List<String> logs) {
    return FileLister.list(logs);
  }

  /** How far this source has read, in this JVM. */
  public ReadProgress progress() {
    return ReadProgress.of(token);
  }

  /** Frees the progress. To be called once the job has ended and the figures were taken. */
  public void forgetProgress() {
    ReadProgress.forget(token);
  }

  @Override
  public Boundedness getBoundedness() {
    return discovery.isBounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<LogRecord, LogSplit> createReader(SourceReaderContext context) {
    ReadProgress progress = progress();
    Counter bytesIn = context.metricGroup().getIOMetricGroup().getNumBytesInCounter();
    LogBytes bytes =
        new LogBytes(
            standardInput,
            read -> {
              progress.read(read);
              bytesIn.inc(read);
            });
    return new LogSourceReader(
        () -> new LogSplitReader(new LogReader(settings, decoders, bytes, progress)), context);
  }

  @Override
  public SplitEnumerator<LogSplit, LogEnumeratorState> createEnumerator(
      SplitEnumeratorContext<LogSplit> context) {
    return restoreEnumerator(context, new LogEnumeratorState(false, List.of()));
  }

  @Override
  public SplitEnumerator<LogSplit, LogEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<LogSplit> context, LogEnumeratorState state) {
    return new LogEnumerator(context, discovery, progress(), state);
  }

  @Override
  public SimpleVersionedSerializer<LogSplit> getSplitSerializer() {
    return new LogSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<LogEnumeratorState> getEnumeratorCheckpointSerializer() {
    return new LogEnumeratorStateSerializer();
  }

  @Override
  public TypeInformation<LogRecord> getProducedType() {
    return TypeInformation.of(LogRecord.class);
  }
}
