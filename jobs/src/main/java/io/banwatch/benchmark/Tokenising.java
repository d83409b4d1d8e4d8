package io.banwatch.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bound that the job is held against: threads that do nothing with a log but let Jackson find
 * its tokens.
 *
 * <p>Each thread takes the next megabyte, reads it and the rest of its last line, and calls {@link
 * JsonParser#nextToken()} until there is no more. One parser goes over the whole block, which is
 * cheaper than one a record. No text and no number is ever decoded, nothing is kept, and the blocks
 * are in no order.
 */
final class Tokenising {
  private static final int BLOCK = 1 << 20;
  private static final int LONGEST_LINE = 1 << 20;

  private final Path file;
  private final JsonFactory factory = new JsonFactory();
  private final AtomicLong nextBlock = new AtomicLong();

  private Tokenising(Path file) {
    this.file = file;
  }

  /**
   * Goes over a file of one record a line, none longer than a megabyte.
   *
   * @return how many tokens it has
   */
  static long of(Path file, int threads) throws Exception {
    Tokenising tokenising = new Tokenising(file);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(tokenising::part));
      }
      long tokens = 0;
      for (Future<Long> part : parts) {
        tokens += part.get();
      }
      return tokens;
    } catch (ExecutionException e) {
      throw new IOException(file + " cannot be read as JSON lines", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private long part() throws IOException {
    byte[] block = new byte[BLOCK + LONGEST_LINE];
    long tokens = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      long bytes = channel.size();
      while (true) {
        long from = nextBlock.getAndAdd(BLOCK);
        if (from >= bytes) {
          return tokens;
        }
        // The byte before tells whether the block begins with a line or in the middle of one.
        int before = from == 0 ? 0 : 1;
        int filled = read(channel, block, from - before);
        int begin = from == 0 ? 0 : afterNewline(block, 0, filled);
        int end = afterNewline(block, Math.min(filled, BLOCK + before) - 1, filled);
        if (begin < end) {
          tokens += tokens(block, begin, end);
        }
      }
    }
  }

  private static int read(FileChannel channel, byte[] block, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    int number = 0;
    while (buffer.hasRemaining() && number >= 0) {
      number = channel.read(buffer, from + buffer.position());
    }
    return buffer.position();
  }

  private static int afterNewline(byte[] block, int from, int filled) {
    int at = from;
    while (at < filled && block[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, filled);
  }

  private long tokens(byte[] block, int begin, int end) throws IOException {
    long tokens = 0;
    try (JsonParser parser = factory.createParser(block, begin, end - begin)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
