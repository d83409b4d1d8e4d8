package io.banwatch.tell;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Appends dead letters to their file, as one subtask. A checkpoint completes only when all letters
 * before it are on the disk; after a crash some may stand there twice.
 */
final class DeadLetterSink implements Sink<DeadLetter> {
  private static final long serialVersionUID = 1L;

  private final String file;

  DeadLetterSink(Path file) {
    this.file = file.toString();
  }

  @Override
  public SinkWriter<DeadLetter> createWriter(WriterInitContext context) throws IOException {
    return new Writer(AppendedFile.open(Path.of(file)));
  }

  private record Writer(AppendedFile lines) implements SinkWriter<DeadLetter> {
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
