package io.banwatch.cli;

import io.banwatch.simulate.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the week that the demo replays. */
interface DemoTraffic {
  /**
   * Writes the log.
   *
   * @return what was planted in it
   * @throws IOException when it cannot be written
   */
  List<Label> write(Path log) throws IOException;
}
