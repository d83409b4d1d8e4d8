package io.banwatch.receive;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the files of segments. */
@FunctionalInterface
interface SegmentFiles {
  /** Opens a file for appending, and creates it when there is none. */
  SegmentFile open(Path file) throws IOException;
}
