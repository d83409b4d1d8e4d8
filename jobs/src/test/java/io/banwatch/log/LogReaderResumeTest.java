package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    List<LogSplit> splits =
        new FileDiscovery(
                List.of(directory.toString()),
                LogSettings.defaults(),
                LineDecoder::new,
                StandardInput.ofProcess())
            .discover().stream().map(LogSplit::ofWhole).toList();
    List<LogRecord> whole = read(splits);
    assertThat(whole).hasSize(19);
    for (int emitted = 0; emitted <= whole.size(); emitted++) {
      List<LogRecord> both = new ArrayList<>(whole.subList(0, emitted));
      both.addAll(read(splitsAfter(splits, emitted)));
      assertThat(both).as("%s records, then restored", emitted).isEqualTo(whole);
    }
  }

  private static List<LogRecord> read(List<LogSplit> splits) {
    return ReadLog.read(
        ReadLog.SMALL_BLOCKS, StandardInput.ofProcess(), splits, new ReadProgress());
  }

  /** The splits as they stand when so many records were emitted. */
  private static List<LogSplit> splitsAfter(List<LogSplit> splits, int records) {
    Map<String, LogSplitState> states = new HashMap<>();
    splits.forEach(split -> states.put(split.splitId(), new LogSplitState(split)));
    LogBytes bytes = new LogBytes(StandardInput.ofProcess(), read -> {});
    try (LogReader reader =
        new LogReader(ReadLog.SMALL_BLOCKS, LineDecoder::new, bytes, new ReadProgress())) {
      splits.forEach(split -> reader.add(split.file(), split.position()));
      int left = records;
      while (left > 0) {
        LogBatch batch = new LogBatch(List.of(reader.next(left)));
        String split = batch.nextSplit();
        while (split != null && batch.nextRecordFromSplit() != null) {
          batch.moveOn(states.get(split));
          left--;
        }
      }
    }
    return splits.stream().map(split -> states.get(split.splitId()).toSplit()).toList();
  }
}
