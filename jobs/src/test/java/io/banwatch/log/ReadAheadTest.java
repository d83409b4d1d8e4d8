package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int FIRST_MANY = 500;

  private final ReadAhead ahead =
      new ReadAhead(new LogSettings(2, 10 * MEGABYTE, MEGABYTE, 32L * MEGABYTE));

  @Test
  void blocksShrinkAsFilesBecomeMany() {
    long held = 0;
    for (int i = 0; i < FIRST_MANY; i++) {
      ahead.fileBegan();
      held += ahead.buffer(Long.MAX_VALUE).length;
    }
    assertThat(held).isBetween(39L * MEGABYTE, 41L * MEGABYTE);
    ahead.fileBegan();
    ahead.fileBegan();
    assertThat(ahead.buffer(Long.MAX_VALUE)).hasSize(8 * MEGABYTE / (FIRST_MANY + 2));
  }

  @Test
  void blocksNeverBecomeTiny() {
    for (int i = 0; i < 10_000; i++) {
      ahead.fileBegan();
    }
    assertThat(ahead.buffer(Long.MAX_VALUE)).hasSize(1 << 14);
  }

  @Test
  void thereIsRoomUntilTheBudgetIsHeld() {
    ahead.fileBegan();
    ahead.hold(31L * MEGABYTE);
    assertThat(ahead.hasRoom()).isTrue();
    ahead.hold(1);
    assertThat(ahead.hasRoom()).isFalse();
    ahead.letGo(1);
    assertThat(ahead.hasRoom()).isTrue();
  }

  @Test
  void buffersOfFullSizeAreUsedAgain() {
    byte[] buffer = ahead.buffer(Long.MAX_VALUE);
    ahead.takeBack(buffer);
    assertThat(ahead.buffer(Long.MAX_VALUE)).isSameAs(buffer);
    assertThat(ahead.buffer(100)).hasSize(100);
  }

  @Test
  void readingStopsWhileNobodyTakesRecords(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("log.jsonl");
    Files.writeString(log, LogReaderTest.event(1, "a").repeat(10_000));
    LogSettings settings = new LogSettings(2, MEGABYTE, 1_000, 100_000);
    ReadProgress progress = new ReadProgress();
    LogBytes bytes = new LogBytes(StandardInput.ofProcess(), progress::read);
    try (LogReader reader = new LogReader(settings, LineDecoder::new, bytes, progress)) {
      LogFile file = new LogFile(log.toString(), false, 0, 1, Files.size(log));
      reader.add(List.of(FilePosition.ofWhole(file)));
      assertThat(progress.readBytes()).isZero();
      reader.next(1);
      assertThat(progress.readBytes()).isBetween(7_001L, 8_000L);
    }
  }
}
