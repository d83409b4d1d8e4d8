package io.banwatch.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageLogReaderTest {
  private static final StandardInput NOTHING = () -> new ByteArrayInputStream(new byte[0]);

  @TempDir private Path directory;

  @Test
  void itReadsWhatAReplayReadsInItsOrder() throws IOException {
    for (int file = 0; file < 3; file++) {
      StringBuilder values = new StringBuilder();
      for (int i = 0; i < 700; i++) {
        values.append("{\"t\":%d,\"id\":\"%d-%d\"}\n".formatted(3 * i + file, file, i));
      }
      Files.writeString(directory.resolve(file + ".jsonl"), values);
    }
    List<String> logs = List.of(directory.toString());
    try (UsageLogReader log =
        UsageLogReader.open(logs, LineDecoder::new, ReadLog.SMALL_BLOCKS, NOTHING)) {
      assertThat(names(log)).isEqualTo(ReadLog.names(ReadLog.SMALL_BLOCKS, directory));
      assertThat(log.next()).isNull();
      assertThat(log.progress().records()).isEqualTo(2_100);
    }
  }

  @Test
  void standardInputIsReadOnce() {
    StandardInput input = () -> new ByteArrayInputStream("{}\n{}\n".getBytes(UTF_8));
    try (UsageLogReader log =
        UsageLogReader.open(List.of("-"), LineDecoder::new, LogSettings.defaults(), input)) {
      assertThat(names(log)).hasSize(2);
    }
  }

  private static List<String> names(UsageLogReader log) {
    List<String> names = new ArrayList<>();
    for (LogRecord record = log.next(); record != null; record = log.next()) {
      names.add(LineDecoder.name(record));
    }
    return names;
  }
}
