package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListerTest {
  @TempDir private Path directory;
  private String root;

  @BeforeEach
  void nameTheRoot() {
    root = directory.toString();
  }

  @Test
  void directoriesAreListedToTheBottomInOrderOfNames() throws IOException {
    write("b.jsonl", "{}");
    write("a/z.log.gz", "{}");
    write("a/b/c", "{}");
    assertThat(sources(root))
        .containsExactly(root + "/a/b/c", root + "/a/z.log.gz", root + "/b.jsonl");
  }

  @Test
  void whatIsNotReadIsSaid() throws IOException {
    write("a.jsonl", "{}");
    write(".hidden", "{}");
    write("b.jsonl.tmp", "{}");
    write("empty", "");
    Files.createSymbolicLink(directory.resolve("lost"), directory.resolve("nowhere"));
    Files.createSymbolicLink(directory.resolve("same"), directory.resolve("a.jsonl"));
    Files.createSymbolicLink(directory.resolve("up"), directory);
    assertThat(sources(root)).containsExactly(root + "/a.jsonl");
    assertThat(FileLister.list(List.of(root)).ignored())
        .containsExactly(
            new FileListing.Ignored(root + "/.hidden", "hidden"),
            new FileListing.Ignored(root + "/b.jsonl.tmp", "still being written"),
            new FileListing.Ignored(root + "/empty", "empty"),
            new FileListing.Ignored(root + "/lost", "a link to nothing"),
            new FileListing.Ignored(root + "/same", "the same file as " + root + "/a.jsonl"),
            new FileListing.Ignored(root + "/up", "a directory that was read already"));
  }

  @Test
  void aFileNamedTwiceCountsOnce() throws IOException {
    String file = write("a.jsonl", "{}");
    assertThat(sources(file, root + "/./a.jsonl", root, "-", "-")).containsExactly(file, "-");
  }

  @Test
  void aFileThatStandsBesideItsCompressedCopyIsReadOnce() throws IOException {
    String text = "{\"n\":1}\n{\"n\":2}\n";
    write("a.log", text);
    byte[] whole = LogReaderTest.gzip(text);
    Files.write(directory.resolve("a.log.gz"), whole);
    write("b.log", text);
    Files.write(directory.resolve("b.log.gz"), Arrays.copyOf(whole, whole.length - 4));
    write("c.log", "{\"n\":1}\n{\"n");
    Files.write(directory.resolve("c.log.gz"), whole);
    write("d.log", "{\"n\":3}\n");
    Files.write(directory.resolve("d.log.gz"), whole);
    write(".banwatch.lock", "1");
    FileListing listing = FileLister.list(List.of(root));
    assertThat(listing.files())
        .extracting(LogFile::source)
        .containsExactly(
            root + "/a.log",
            root + "/b.log",
            root + "/c.log.gz",
            root + "/d.log",
            root + "/d.log.gz");
    assertThat(listing.files()).extracting(LogFile::order).containsExactly(0, 1, 2, 3, 4);
    assertThat(listing.ignored())
        .containsExactly(
            new FileListing.Ignored(root + "/a.log.gz", "a compressed copy of what is read"),
            new FileListing.Ignored(root + "/b.log.gz", "a compressed copy of what is read"),
            new FileListing.Ignored(root + "/c.log", "its compressed copy holds more"));
  }

  @Test
  void aFileNamedOutrightIsReadWhateverItsName() throws IOException {
    String hidden = write(".a.tmp", "");
    assertThat(sources(hidden)).containsExactly(hidden);
  }

  @Test
  void aMissingLogIsNamed() {
    assertThatThrownBy(() -> sources(root + "/gone"))
        .isInstanceOf(UsageLogException.class)
        .hasMessage(
            "there is no log at %s/gone: check the name, it is taken from the working directory",
            root);
  }

  @Test
  void aDirectoryWithoutALogIsNamed() throws IOException {
    write(".hidden", "{}");
    assertThatThrownBy(() -> sources(root))
        .isInstanceOf(UsageLogException.class)
        .hasMessageStartingWith("the directory " + root + " holds no log: ");
  }

  @Test
  void noLogAtAllIsAnError() {
    assertThatThrownBy(() -> sources())
        .isInstanceOf(UsageLogException.class)
        .hasMessageStartingWith("no log is named");
  }

  private String write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static List<String> sources(String... logs) {
    return FileLister.list(List.of(logs)).files().stream().map(LogFile::source).toList();
  }
}
