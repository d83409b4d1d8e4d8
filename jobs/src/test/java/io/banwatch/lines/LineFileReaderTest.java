package io.banwatch.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileReaderTest {
  private static final int LINES = 20_000;

  @TempDir private Path directory;

  @Test
  void aWholeArchiveGivesItsLines() throws IOException {
    Path whole = Files.write(directory.resolve("metrics-1.jsonl.gz"), archive());

    assertThat(linesOf(whole)).isEqualTo(LINES);
  }

  @Test
  void aDamagedArchiveIsNamedWithWhatToDo() throws IOException {
    byte[] archive = archive();
    Path cut = directory.resolve("metrics-1.jsonl.gz");
    Files.write(cut, Arrays.copyOf(archive, archive.length / 2));
    byte[] changed = archive.clone();
    Arrays.fill(changed, archive.length / 2, archive.length / 2 + 8, (byte) 0);
    Path wrong = Files.write(directory.resolve("metrics-2.jsonl.gz"), changed);

    for (Path damaged : List.of(cut, wrong)) {
      assertThatThrownBy(() -> linesOf(damaged))
          .isInstanceOf(DamagedArchiveException.class)
          .hasNoCause()
          .hasMessageStartingWith(damaged + " is damaged (")
          .hasMessageContaining("Restore it from a backup, or move it out of its directory");
    }
  }

  private static int linesOf(Path path) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    try (LineFileReader reader = LineFileReader.open(path)) {
      while (reader.read(100, lines)) {
        assertThat(lines).isNotEmpty();
      }
    }
    return lines.size();
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < LINES; i++) {
        out.write(("{\"line\":" + i * 7919L % 10_007 + "}\n").getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
