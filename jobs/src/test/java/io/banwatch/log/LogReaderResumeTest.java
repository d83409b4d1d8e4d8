package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderResumeTest {
  @TempDir private Path directory;

  @Test
  void readingGoesOnAfterAnyRecord() throws IOException {
    Files.writeString(
        directory.resolve("lines.jsonl"),
        LogReaderTest.event(10, "l1")
            + "nonsense\n{\"t\":20,\"id\":\"l2\",\"times\":3}\n{}\n"
            + LogReaderTest.event(60, "l3")
            + "{\"t\":");
    Files.writeString(
        directory.resolve("array.json"),
        "[{\"t\":15,\"id\":\"e1\"},\n {\"t\":20,\"id\":\"e2\",\"times\":2}, 7, {\"t\":70,\"id\":\"e3\"},\n");
    Files.write(
        directory.resolve("packed.gz"),
        LogReaderTest.gzip(
            "{}\n" + LogReaderTest.event(12, "p1") + "x\n" + LogReaderTest.event(65, "p2")));
    Files.write(
        directory.resolve("cut.gz"),
        new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3});
    List<LogFile> files =
        new FileDiscovery(
                List.of(directory.toString()),
                LogSettings.defaults(),
                LineDecoder::new,
                StandardInput.ofProcess())
            .discover();
    LogSplit split = LogSplit.ofWhole(files);
    List<LogRecord> whole = read(split);
    assertThat(whole).hasSize(19);
    for (int emitted = 0; emitted <= whole.size(); emitted++) {
      List<LogRecord> both = new ArrayList<>(whole.subList(0, emitted));
      both.addAll(read(splitAfter(split, emitted)));
      assertThat(both).as("%s records, then restored", emitted).isEqualTo(whole);
    }
  }

  @Test
  void filesThatEndedAreForgotten() throws IOException {
    for (int i = 0; i < 5; i++) {
      Files.writeString(directory.resolve(i + ".jsonl"), LogReaderTest.event(i, "e" + i));
    }
    List<LogFile> files = FileLister.list(List.of(directory.toString())).files();
    assertThat(splitAfter(LogSplit.ofWhole(files), 5).files())
        .containsExactly(
            new FilePosition(
                files.get(4), new ReadPosition(LogReaderTest.event(4, "e4").length() - 1, -1, 0)));
  }

  private static List<LogRecord> read(LogSplit split) {
    return ReadLog.read(
        ReadLog.SMALL_BLOCKS, StandardInput.ofProcess(), split.files(), new ReadProgress());
  }

  /** The split as it stands when so many records were emitted. */
  private static LogSplit splitAfter(LogSplit split, int records) {
    LogSplitState state = new LogSplitState(split, new FollowedTable());
    LogBytes bytes = new LogBytes(StandardInput.ofProcess(), read -> {});
    LogSplitReader reader =
        new LogSplitReader(
            new LogReader(ReadLog.SMALL_BLOCKS, LineDecoder::new, bytes, new ReadProgress()));
    reader.handleSplitsChanges(new SplitsAddition<>(List.of(split)));
    int left = records;
    while (left > 0) {
      RecordsWithSplitIds<LogBatch> batch = reader.fetch();
      while (left > 0 && batch.nextSplit() != null) {
        LogBatch place = batch.nextRecordFromSplit();
        while (place != null) {
          place.moveOn(state);
          left--;
          place = left > 0 ? batch.nextRecordFromSplit() : null;
        }
      }
    }
    reader.close();
    return state.toSplit();
  }
}
