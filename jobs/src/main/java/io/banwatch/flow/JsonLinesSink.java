package io.banwatch.flow;

import java.io.ByteArrayOutputStream;
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
 * next begins, so that a reader may follow the file.
 *
 * @param <T> the records
 */
final class JsonLinesSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  private static final int BLOCK = 1 << 16;

  /** Turns a record into its line. */
  interface Line<T> extends Serializable {
    /** The line in UTF-8, without its newline. */
    byte[] of(T record);
  }

  private final String file;
  private final Line<T> line;
  private final String listener;
  private final int block;

  /**
   * A sink that writes each line at once.
   *
   * @param file where to write; replaced when it exists
   * @param line the form of a line
   * @param listener the name under which {@link Listeners} knows who else wants each record, or
   *     null
   */
  JsonLinesSink(Path file, Line<T> line, String listener) {
    this(file, line, listener, 0);
  }

  private JsonLinesSink(Path file, Line<T> line, String listener, int block) {
    this.file = file.toString();
    this.line = line;
    this.listener = listener;
    this.block = block;
  }

  /**
   * A sink that writes whole lines together, {@value #BLOCK} bytes or more, and what is left at the
   * end: for a log that nobody waits for. A call of the system for each line took a third of the
   * time in which the metric log is written.
   */
  static JsonLinesSink<byte[]> inBlocks(Path file) {
    return new JsonLinesSink<>(file, lines -> lines, null, BLOCK);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new Writer<>(Path.of(file), line, Listeners.of(listener), block);
  }

  private static final class Writer<T> implements SinkWriter<T> {
    private final Path file;
    private final Line<T> line;
    private final Consumer<Object> listener;
    private final OutputStream out;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private final int block;

    Writer(Path file, Line<T> line, Consumer<Object> listener, int block) throws IOException {
      this.file = file;
      this.line = line;
      this.listener = listener;
      this.block = block;
      this.out =
          Files.newOutputStream(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    }

    @Override
    public void write(T record, Context context) {
      waiting.writeBytes(line.of(record));
      waiting.write('\n');
      if (waiting.size() >= block) {
        writeWaiting();
      }
      listener.accept(record);
    }

    private void writeWaiting() {
      try {
        waiting.writeTo(out);
        waiting.reset();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
      }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      writeWaiting();
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
