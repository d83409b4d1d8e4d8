package io.banwatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the week that the demo replays. */
interface DemoTraffic {
  /**
   * Writes the week's log into the directory.
   *
   * @throws IOException when it cannot be written
   */
  Week write(Path directory) throws IOException;

  /**
   * What was written.
   *
   * @param log the usage log
   * @param stories what was planted in it
   */
  record Week(Path log, List<PlantedStory> stories) {}
}
