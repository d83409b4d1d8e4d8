package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogStateSerializersTest {
  private static final LogFile ONE = new LogFile("logs/ä.jsonl", true, 3, -5, 1L << 40);
  private static final LogFile OTHER = new LogFile("-", false, 0, 0, 0);
  private static final LogSplit SPLIT =
      new LogSplit(
          "files-from-3",
          List.of(
              new FilePosition(ONE, new ReadPosition(1L << 33, 7, 2)),
              FilePosition.ofWhole(OTHER)));

  private final LogSplitSerializer splits = new LogSplitSerializer();
  private final LogEnumeratorStateSerializer states = new LogEnumeratorStateSerializer();

  @Test
  void aSplitComesBackAsItWas() throws IOException {
    assertThat(splits.deserialize(splits.getVersion(), splits.serialize(SPLIT))).isEqualTo(SPLIT);
  }

  @Test
  void filesThatAreFollowedComeBackAsTheyWere() throws IOException {
    byte[] head = "0123456789".repeat(200).getBytes(StandardCharsets.US_ASCII);
    FollowedFile file =
        new FollowedFile(
            7,
            "logs/ä.log",
            "(dev=1,ino=2)",
            1L << 40,
            Fingerprint.of(head, head.length),
            new ReadPosition(1L << 33, 7, 2),
            true);
    FollowedFile other =
        new FollowedFile(8, "b", "", 0, Fingerprint.NONE, ReadPosition.START, false);
    for (LogSplit split : List.of(LogSplit.following(), LogSplit.following(List.of(file, other)))) {
      assertThat(splits.deserialize(splits.getVersion(), splits.serialize(split))).isEqualTo(split);
    }
  }

  @Test
  void aSplitOfVersionOneIsRead() throws IOException {
    byte[] bytes = splits.serialize(SPLIT);
    byte[] old = Arrays.copyOf(bytes, bytes.length - 1 - Integer.BYTES);
    assertThat(splits.deserialize(1, old)).isEqualTo(SPLIT);
  }

  @Test
  void anEnumeratorStateComesBackAsItWas() throws IOException {
    LogSplit other = LogSplit.ofWhole(List.of(OTHER));
    LogEnumeratorState state = new LogEnumeratorState(true, List.of(SPLIT, other));
    assertThat(states.deserialize(states.getVersion(), states.serialize(state))).isEqualTo(state);
  }

  @Test
  void aVersionFromTheFutureIsRefused() throws IOException {
    byte[] split = splits.serialize(SPLIT);
    assertThatThrownBy(() -> splits.deserialize(3, split))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the checkpoint holds the usage log's position in version 3, this program reads version"
                + " 2: go on with the program that wrote it, or start without the checkpoint");
    byte[] state = states.serialize(new LogEnumeratorState(false, List.of()));
    assertThatThrownBy(() -> states.deserialize(0, state))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the list of the usage log's files in version 0");
  }
}
