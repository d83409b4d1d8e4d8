package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
 * does not depend on the number of decoding threads; files that one writer filled one after the
 * other are read one after the other. Either what stands there now, or followed for ever. To be run
 * at parallelism 1; decoding is parallel inside. Assigns neither timestamps nor watermarks.
 *
 * <p>After a restore it goes on exactly after the last record that was emitted. Standard input can
 * only be read once: a restore in the middle of it gives a rejection that says so.
 */
public final class UsageLogSource
    implements Source<LogRecord, LogSplit, LogEnumeratorState>, ResultTypeQueryable<LogRecord> {
  /** The name of the file that a process locks which writes segments into a directory. */
  public static final String LOCK = ".banwatch.lock";

  private static final long serialVersionUID = 1;

  private final LogDiscovery discovery;
  private final DecoderFactory decoders;
  private final LogSettings settings;
  private final StandardInput standardInput;
  private final List<LogWatch> watches;
  private final String token = UUID.randomUUID().toString();

  /** A log that some discovery finds. */
  UsageLogSource(
      LogDiscovery discovery,
      DecoderFactory decoders,
      LogSettings settings,
      StandardInput standardInput,
      List<LogWatch> watches) {
    this.discovery = discovery;
    this.decoders = decoders;
    this.settings = settings;
    this.standardInput = standardInput;
    this.watches = List.copyOf(watches);
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
    return new UsageLogSource(discovery, decoders, settings, standardInput, List.of());
  }

  /**
   * A log that is followed for ever: directories, patterns such as {@code /var/log/gw/*.jsonl}, and
   * files that may not exist yet. Of a file or pattern, what was rotated away before is not read;
   * of a directory, everything in it is.
   *
   * @throws UsageLogException when a directory is missing or cannot be read
   */
  public static UsageLogSource following(
      List<String> logs, DecoderFactory decoders, LogSettings settings) {
    return following(new FollowDiscovery(null), logs, decoders, settings);
  }

  /**
   * The same, after a history was read whole, whose records are marked {@link
   * LogRecord#learning()}. A file of the history that is followed too, by whatever name, goes on
   * after what was read of it.
   *
   * @param history files and directories as for {@link #ofFiles}
   * @param logs what is followed then
   * @throws UsageLogException when a part of either is missing or cannot be read
   */
  public static UsageLogSource learningFrom(
      List<String> history, List<String> logs, DecoderFactory decoders, LogSettings settings) {
    FileLister.list(history);
    FileDiscovery files = new FileDiscovery(history, settings, decoders, StandardInput.ofProcess());
    return following(new FollowDiscovery(files), logs, decoders, settings);
  }

  private static UsageLogSource following(
      FollowDiscovery discovery, List<String> logs, DecoderFactory decoders, LogSettings settings) {
    if (logs.isEmpty()) {
      throw new UsageLogException("no log is named: name a file, a directory, or a pattern");
    }
    List<LogWatch> watches = logs.stream().map(LogWatch::of).toList();
    return new UsageLogSource(discovery, decoders, settings, StandardInput.ofProcess(), watches);
  }

  /**
   * What {@link #ofFiles} would read, and what it would leave out and why.
   *
   * @throws UsageLogException when one is missing, cannot be read, or holds no log
   */
  public static FileListing list(List<String> logs) {
    return FileLister.list(logs);
  }

  /** The name under which {@link ReadProgress} knows this source in its threads' JVM. */
  public String token() {
    return token;
  }

  /** How far this source has read, in this JVM. */
  public ReadProgress progress() {
    return ReadProgress.of(token);
  }

  /**
   * Frees the progress and the notices. To be called once the job has ended and the figures were
   * taken.
   */
  public void forgetProgress() {
    ReadProgress.forget(token);
    LogNotices.forget(token);
  }

  @Override
  public Boundedness getBoundedness() {
    return discovery.isBounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  /** What this source noticed about its files, in this JVM. */
  public LogNotices notices() {
    return LogNotices.of(token);
  }

  @Override
  public SourceReader<LogRecord, LogSplit> createReader(SourceReaderContext context) {
    ReadProgress progress = progress();
    progress.startFollowing();
    Counter bytesIn = context.metricGroup().getIOMetricGroup().getNumBytesInCounter();
    LogBytes bytes =
        new LogBytes(
            standardInput,
            read -> {
              progress.read(read);
              bytesIn.inc(read);
            });
    FollowedTable table = new FollowedTable();
    return new LogSourceReader(
        () -> watches.isEmpty() ? replaying(bytes) : following(bytes, table), table, context);
  }

  private LogSplitReader replaying(LogBytes bytes) {
    return new LogSplitReader(new LogReader(settings, decoders, bytes, progress()));
  }

  private LogSplitReader learning(LogBytes bytes, Consumer<FollowedFile> read) {
    HistoryFiles history = new HistoryFiles(bytes, read);
    return new LogSplitReader(new LogReader(settings, decoders, bytes, progress(), history), true);
  }

  private FollowSplitReader following(LogBytes bytes, FollowedTable table) {
    FollowPace pace = FollowPace.usual();
    LogFollower follower =
        new LogFollower(
            pace,
            watches,
            new TailMaker(settings, decoders, bytes, progress()),
            notices(),
            progress(),
            table,
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    return new FollowSplitReader(
        follower, read -> learning(bytes, read), progress(), pace.pollMillis());
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
