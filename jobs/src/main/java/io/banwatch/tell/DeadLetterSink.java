package io.banwatch.tell;

import io.banwatch.lines.RotatedNames;
import io.banwatch.policy.FileKeeping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Appends dead letters to their file, as one subtask; old files go after the alert log's time. A
 * checkpoint completes only when all letters before it are on the disk; after a crash some may
 * stand there twice.
 */
final class DeadLetterSink implements Sink<DeadLetter> {
  private static final long serialVersionUID = 1L;

  private final String directory;
  private final FileKeeping keeping;

  DeadLetterSink(Path directory, FileKeeping keeping) {
    this.directory = directory.toString();
    this.keeping = keeping;
  }

  @Override
  public SinkWriter<DeadLetter> createWriter(WriterInitContext context) throws IOException {
    Clock clock = Clock.systemUTC();
    Path out = Path.of(directory);
    // What was told again needs to be known for as long as the letters are, which are older.
    RotatedFile.removeOld(
        new RotatedNames(out.resolve(Redelivery.FILE)),
        clock.instant().minus(Duration.ofDays(keeping.keepDays())));
    return new Writer(RotatedFile.open(out.resolve(DeadLetters.FILE), keeping, clock));
  }

  private record Writer(RotatedFile lines) implements SinkWriter<DeadLetter> {
    @Override
    public void write(DeadLetter letter, Context context) throws IOException {
      lines.append(DeadLetters.write(letter));
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      lines.sync();
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
