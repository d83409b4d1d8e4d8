package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {
  @TempDir private Path directory;

  @Test
  void filesAreMergedByTime() throws IOException {
    Path a = file("a.jsonl", event(10, "a1") + event(30, "a2") + event(50, "a3"));
    Path b = file("b.jsonl", event(20, "b1") + event(30, "b2") + event(40, "b3"));
    assertThat(ReadLog.names(LogSettings.defaults(), a, b))
        .containsExactly("a1", "b1", "a2", "b2", "b3", "a3");
  }

  @Test
  void theOrderWithinAFileIsKept() throws IOException {
    Path a = file("a.jsonl", event(10, "a1") + event(50, "a2") + event(5, "a3"));
    Path b = file("b.jsonl", event(20, "b1") + event(60, "b2"));
    assertThat(ReadLog.names(LogSettings.defaults(), a, b))
        .containsExactly("a1", "b1", "a2", "a3", "b2");
  }

  @Test
  void whatIsNoEventGoesAlongWithTheRecordBeforeIt() throws IOException {
    Path a = file("a.jsonl", event(10, "a1") + "{}\nnonsense\n" + event(30, "a2"));
    Path b = file("b.jsonl", "{}\n" + event(10, "b1") + "[3]\n" + event(20, "b2"));
    assertThat(ReadLog.names(LogSettings.defaults(), a, b))
        .containsExactly(
            "a1",
            "not-a-model-call",
            "not-json",
            "not-a-model-call",
            "b1",
            "not-an-object",
            "b2",
            "a2");
  }

  @Test
  void aFileWithoutAnEventGoesFirst() throws IOException {
    Path a = file("a.jsonl", event(10, "a1"));
    Path b = file("b.jsonl", "nonsense\n");
    assertThat(ReadLog.names(LogSettings.defaults(), a, b)).containsExactly("not-json", "a1");
  }

  @Test
  void anyNumberOfReadersGivesTheSameRecords() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      StringBuilder text = new StringBuilder();
      long millis = random.nextInt(1000);
      for (int line = 0; line < 2_000; line++) {
        millis += random.nextInt(20) - 3;
        text.append(random.nextInt(50) == 0 ? "broken\n" : event(millis, i + "-" + line));
      }
      file(i + ".log", text.toString());
    }
    List<LogRecord> one = ReadLog.all(ReadLog.SMALL_BLOCKS.withReaders(1), directory);
    assertThat(one).hasSize(10_000);
    assertThat(ReadLog.all(ReadLog.SMALL_BLOCKS.withReaders(2), directory)).isEqualTo(one);
    assertThat(ReadLog.all(ReadLog.SMALL_BLOCKS.withReaders(4), directory)).isEqualTo(one);
    assertThat(ReadLog.all(LogSettings.defaults(), directory)).isEqualTo(one);
  }

  @Test
  void manyFilesOfOneRecordAreReadInTheOrderOfTheirTimes() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int time = (i * 997) % 2_000;
      file("record-%05d.json".formatted(i), "{\"t\":%d,\"id\":\"%d\"}".formatted(time, time));
      expected.add(Integer.toString(i));
    }
    assertThat(ReadLog.names(LogSettings.defaults(), directory)).isEqualTo(expected);
  }

  @Test
  void manyOverlappingFilesAreReadWithTheirHandlesGivenBack() throws IOException {
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 20; line++) {
        text.append(event(line * 1000L + i, line + "-" + i));
      }
      file("f%03d.jsonl".formatted(i), text.toString());
    }
    List<LogRecord> records = ReadLog.all(ReadLog.SMALL_BLOCKS, directory);
    assertThat(records).hasSize(6_000);
    assertThat(records).extracting(each -> each.event().endMillis()).isSorted();
  }

  @Test
  void compressedFilesAreKnownByTheirContent() throws IOException {
    Path named = directory.resolve("a.jsonl");
    byte[] first = gzip(event(10, "a1"));
    byte[] second = gzip(event(20, "a2"));
    Files.write(named, join(first, second, new byte[100]));
    assertThat(ReadLog.names(LogSettings.defaults(), named)).containsExactly("a1", "a2");
  }

  @Test
  void aBrokenCompressedFileEndsWithARejectionAndOthersGoOn() throws IOException {
    byte[] whole = gzip(event(10, "a1") + event(20, "a2"));
    Path cut = directory.resolve("a.gz");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 12));
    Path tail = directory.resolve("b.gz");
    Files.write(tail, join(gzip(event(15, "b1")), new byte[] {'x', 'y'}));
    Path fine = file("c.jsonl", event(30, "c1"));
    List<LogRecord> records = ReadLog.all(LogSettings.defaults(), cut, tail, fine);
    assertThat(records)
        .extracting(LineDecoder::name)
        .endsWith("c1")
        .contains("b1")
        .filteredOn("unreadable"::equals)
        .hasSize(2);
    assertThat(records)
        .contains(
            LogRecord.rejected(
                new Rejection(
                    new Position(tail.toString(), event(15, "b1").length(), 0, -1),
                    Reason.UNREADABLE,
                    null,
                    "what follows the gzip data is not gzip")));
  }

  @Test
  void aCorruptCompressedFileIsUnreadable() throws IOException {
    byte[] bytes = gzip(event(10, "a1"));
    bytes[bytes.length - 7] ^= 1;
    Path corrupt = Files.write(directory.resolve("a.gz"), bytes);
    assertThat(ReadLog.names(LogSettings.defaults(), corrupt)).containsExactly("a1", "unreadable");
  }

  @Test
  void aFileThatVanishesIsUnreadable() {
    LogFile gone = new LogFile(directory.resolve("gone").toString(), false, 0, 5, 100);
    assertThat(
            ReadLog.read(
                LogSettings.defaults(),
                StandardInput.ofProcess(),
                List.of(FilePosition.ofWhole(gone)),
                new ReadProgress()))
        .containsExactly(
            LogRecord.rejected(
                new Rejection(
                    new Position(gone.source(), 0, 0, -1),
                    Reason.UNREADABLE,
                    null,
                    "the file was removed or renamed while the log was read")));
  }

  @Test
  void standardInputIsMergedWithFiles() throws IOException {
    Path a = file("a.jsonl", event(10, "a1") + event(30, "a2"));
    String input = event(20, "i1") + event(40, "i2");
    assertThat(ReadLog.all(LogSettings.defaults(), input, List.of(a.toString(), "-")))
        .extracting(LineDecoder::name)
        .containsExactly("a1", "i1", "a2", "i2");
  }

  @Test
  void standardInputMayBeCompressed() throws IOException {
    byte[] input = gzip(event(20, "i1"));
    LogFile file = new LogFile("-", true, 0, LogFile.UNKNOWN_TIME, 0);
    assertThat(
            ReadLog.read(
                LogSettings.defaults(),
                () -> new ByteArrayInputStream(input),
                List.of(FilePosition.ofWhole(file)),
                new ReadProgress()))
        .extracting(LineDecoder::name)
        .containsExactly("i1");
  }

  @Test
  void standardInputCannotBeTakenUpAgain() {
    LogFile file = new LogFile("-", true, 0, LogFile.UNKNOWN_TIME, 0);
    FilePosition begun = new FilePosition(file, new ReadPosition(20, -1, 0));
    assertThat(
            ReadLog.read(
                LogSettings.defaults(),
                () -> new ByteArrayInputStream(new byte[0]),
                List.of(begun),
                new ReadProgress()))
        .extracting(LineDecoder::name)
        .containsExactly("unreadable");
  }

  @Test
  void aValueOfTwentyMegabytesIsRejectedAndTheNextOneRead() throws IOException {
    String longValue = "{\"t\":5,\"x\":\"" + "y".repeat(20 << 20) + "\"}";
    Path a = file("a.jsonl", longValue + "\n" + event(10, "a1") + "[" + longValue + "]");
    assertThat(ReadLog.all(LogSettings.defaults(), a))
        .extracting(LineDecoder::name)
        .containsExactly("too-long", "a1", "too-long");
  }

  @Test
  void aDecoderThatFailsCostsOnlyItsValue() throws IOException {
    Path a = file("a.jsonl", event(1, "a1") + "{\"fail\":true}\n" + event(2, "a2"));
    assertThat(ReadLog.names(LogSettings.defaults(), a))
        .containsExactly("a1", "unknown-format", "a2");
  }

  @Test
  void progressCountsBytesOnDiskAndUncompressed() throws IOException {
    byte[] compressed = gzip(event(10, "a1").repeat(1000));
    LogFile file =
        new LogFile(
            Files.write(directory.resolve("a.gz"), compressed).toString(),
            false,
            0,
            10,
            compressed.length);
    ReadProgress progress = new ReadProgress();
    ReadLog.read(
        LogSettings.defaults(),
        StandardInput.ofProcess(),
        List.of(FilePosition.ofWhole(file)),
        progress);
    assertThat(progress.readBytes()).isEqualTo(compressed.length);
    assertThat(progress.uncompressedBytes()).isEqualTo(event(10, "a1").length() * 1000L);
    assertThat(progress.finishedFiles()).isEqualTo(1);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  static String event(long millis, String id) {
    return "{\"t\":%d,\"id\":\"%s\"}\n".formatted(millis, id);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
      compressed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }
}
