package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
