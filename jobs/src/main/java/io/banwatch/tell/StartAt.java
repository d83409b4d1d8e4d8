package io.banwatch.tell;

import io.banwatch.lines.LineLog;
import io.banwatch.lines.Opening;
import java.io.IOException;
import java.util.function.Consumer;

/** What is told of a log that was never told before. */
public enum StartAt implements Opening {
  /** Everything that stands there. */
  BEGINNING,
  /** The newest line of each episode that is open, then what comes. */
  OPEN_EPISODES,
  /** What comes. */
  NOW;

  @Override
  public void read(LineLog log, Consumer<byte[]> lines) throws IOException {
    switch (this) {
      case BEGINNING -> {}
      case OPEN_EPISODES -> OpenEpisodes.of(log).forEach(lines);
      case NOW -> OpenEpisodes.skip(log);
    }
  }
}
