package io.banwatch.flow;

import io.banwatch.policy.FileKeeping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Appends one JSON line for each record to a file that outlives the job, as one subtask. A
 * checkpoint completes only when all lines before it are on the disk.
 *
 * @param <T> the records
 */
final class LineFileSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final FileKeeping keeping;
  private final boolean once;
  private final JsonLinesSink.Line<T> line;
  private final String listener;

  /**
   * @param file where to append
   * @param once whether a line that stands in the file already is passed over
   * @param line the form of a line
   * @param listener the name under which {@link Listeners} knows who else wants each record that
   *     was written, or null
   */
  LineFileSink(
      Path file, FileKeeping keeping, boolean once, JsonLinesSink.Line<T> line, String listener) {
    this.file = file.toString();
    this.keeping = keeping;
    this.once = once;
    this.line = line;
    this.listener = listener;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    LineFile lines = LineFile.open(Path.of(file), keeping, once, Clock.systemUTC());
    return new Writer<>(file, lines, line, Listeners.of(listener));
  }

  private record Writer<T>(
      String file, LineFile lines, JsonLinesSink.Line<T> line, Consumer<Object> listener)
      implements SinkWriter<T> {
    @Override
    public void write(T record, Context context) throws IOException {
      try {
        if (lines.append(line.of(record))) {
          listener.accept(record);
        }
      } catch (IOException e) {
        throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
      }
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
