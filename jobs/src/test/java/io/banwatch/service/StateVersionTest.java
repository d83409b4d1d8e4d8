package io.banwatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateVersionTest {
  @TempDir Path directory;

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Path file = directory.resolve("state.json");
    StateVersion.current("abc").write(file);

    assertThat(StateVersion.read(file)).isEqualTo(new StateVersion(2, "abc"));
    assertThat(StateVersion.read(directory.resolve("none.json"))).isNull();
  }

  @Test
  void stateOfAnotherVersionIsRefusedWithWords() throws IOException {
    Path file = directory.resolve("state.json");
    Files.writeString(file, "{\"stateVersion\":1,\"policy\":\"abc\"}");

    assertThatThrownBy(() -> StateVersion.read(file))
        .isInstanceOf(ServiceException.class)
        .hasMessage(
            directory
                + " holds state of version 1, and this banwatch reads version 2. Run the banwatch"
                + " that wrote it, or start anew with another --out; with --learn-from LOG the new"
                + " one learns from the log first.");
  }

  @Test
  void aDamagedFileIsRefusedWithWords() throws IOException {
    Path file = directory.resolve("state.json");
    for (String damage : List.of("", "{", "[]", "{\"stateVersion\":\"1\"}", "{\"policy\":\"a\"}")) {
      Files.writeString(file, damage);
      assertThatThrownBy(() -> StateVersion.read(file))
          .isInstanceOf(ServiceException.class)
          .hasMessageStartingWith(file + " is damaged: expected");
    }
  }

  @Test
  void aChangedPolicyIsSaidOnce() throws Exception {
    List<String> messages = new ArrayList<>();
    try (ServiceDirectory owned = ServiceDirectory.own(directory)) {
      assertThat(new Resumption(owned, messages::add).prepare("old").newestFirst()).isEmpty();
      assertThat(new Resumption(owned, messages::add).prepare("new").newestFirst()).isEmpty();
      assertThat(new Resumption(owned, messages::add).prepare("new").newestFirst()).isEmpty();
    }
    assertThat(messages)
        .containsExactly(
            "the policy has changed since the last run: it was old and is new now; what was"
                + " learned stays");
  }

  @Test
  void checkpointsWithoutAVersionAreRefused() throws Exception {
    Path checkpoint = Files.createDirectories(directory.resolve("checkpoints/a/chk-1"));
    Files.writeString(checkpoint.resolve("_metadata"), "x");
    try (ServiceDirectory owned = ServiceDirectory.own(directory)) {
      assertThatThrownBy(() -> new Resumption(owned, message -> {}).prepare("policy"))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("state.json is missing");
    }
  }

  @Test
  void aDirectoryHasOneOwner() throws Exception {
    try (ServiceDirectory first = ServiceDirectory.own(directory.resolve("out"))) {
      assertThatThrownBy(() -> ServiceDirectory.own(first.path()))
          .isInstanceOf(ServiceException.class)
          .hasMessageStartingWith("another banwatch runs with --out ");
    }
    ServiceDirectory.own(directory.resolve("out")).close();
  }
}
