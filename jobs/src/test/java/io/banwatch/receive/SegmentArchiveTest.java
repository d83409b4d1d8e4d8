package io.banwatch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.policy.UsageLogLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentArchiveTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir private Path directory;

  @Test
  void oneSegmentThatCannotBeCompressedKeepsNoOtherFromIt() throws IOException {
    write("usage-20261120T000000.000Z-000001.jsonl");
    Path second = write("usage-20261120T010000.000Z-000002.jsonl");
    Path open = write("usage-20261120T020000.000Z-000003.jsonl");
    Path inTheWay = directory.resolve(".usage-20261120T000000.000Z-000001.jsonl.gz.tmp");
    Files.createDirectories(inTheWay.resolve("of someone else"));
    SegmentArchive archive = new SegmentArchive(directory, new UsageLogLimits(1, 60, 30, 1));
    assertThatThrownBy(() -> archive.tidy(SegmentName.of(open), NOW))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("-000001.");
    assertThat(second).doesNotExist();
    assertThat(directory.resolve(second.getFileName() + ".gz")).exists();
    assertThat(open).exists();
  }

  private Path write(String name) throws IOException {
    return Files.writeString(directory.resolve(name), "{\"banwatch\":1}\n");
  }
}
