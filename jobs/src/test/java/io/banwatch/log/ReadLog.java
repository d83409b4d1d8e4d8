package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads logs without Flink, for tests. */
final class ReadLog {
  static final LogSettings SMALL_BLOCKS = new LogSettings(2, 10 << 20, 200, 100_000);

  private ReadLog() {}

  static List<String> names(LogSettings settings, Path... logs) {
    return all(settings, logs).stream().map(LineDecoder::name).toList();
  }

  static List<LogRecord> all(LogSettings settings, Path... logs) {
    return all(settings, "", Stream.of(logs).map(Path::toString).toList());
  }

  static List<LogRecord> all(LogSettings settings, String standardInput, List<String> logs) {
    StandardInput input =
        () -> new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
    List<LogFile> files = new FileDiscovery(logs, settings, LineDecoder::new, input).discover();
    List<FilePosition> positions = files.stream().map(FilePosition::ofWhole).toList();
    return read(settings, input, positions, new ReadProgress());
  }

  static List<LogRecord> read(
      LogSettings settings, StandardInput input, List<FilePosition> files, ReadProgress progress) {
    List<LogRecord> records = new ArrayList<>();
    LogBytes bytes = new LogBytes(input, progress::read);
    try (LogReader reader = new LogReader(settings, LineDecoder::new, bytes, progress)) {
      reader.add(files);
      for (Run run = reader.next(100); run != null; run = reader.next(100)) {
        for (int i = run.from(); i < run.to(); i++) {
          records.add(run.block().get(i));
        }
      }
    }
    return records;
  }
}
