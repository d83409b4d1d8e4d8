package io.banwatch.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes one JSON line for each record to one file, as one subtask. Every line is whole before the
 * next begins and flushed at once, so that a reader may follow the file.
 *
 * @param <T> the records
 */
final class JsonLinesSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  /** Turns a record into its line. */
  interface Line<T> extends Serializable {
    /** The line in UTF-8, without its newline. */
    byte[] of(T record);
  }

  private final String file;
  private final Line<T> line;
  private final String listener;

  /**
   * @param file where to write; replaced when it exists
   * @param line the form of a line
   * @param listener the name under which {@link Listeners} knows who else wants each record, or
   *     null
   */
  JsonLinesSink(Path file, Line<T> line, String listener) {
    this.file = file.toString();
    this.line = line;
    this.listener = listener;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new Writer<>(Path.of(file), line, Listeners.of(listener));
  }

  private static final class Writer<T> implements SinkWriter<T> {
    private final Path file;
    private final Line<T> line;
    private final Consumer<Object> listener;
    private final OutputStream out;

    Writer(Path file, Line<T> line, Consumer<Object> listener) throws IOException {
      this.file = file;
      this.line = line;
      this.listener = listener;
      this.out =
          Files.newOutputStream(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    }

    @Override
    public void write(T record, Context context) {
      byte[] text = line.of(record);
      byte[] whole = java.util.Arrays.copyOf(text, text.length + 1);
      whole[text.length] = '\n';
      try {
        out.write(whole);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
      }
      listener.accept(record);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
