package io.banwatch.receive;

import java.io.IOException;
import java.nio.file.Path;

/** Another process writes to this usage log. */
public final class LockedLogException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param process its id, or null when unknown
   */
  LockedLogException(Path directory, String process) {
    super(
        "another process"
            + (process == null ? "" : ", " + process + ",")
            + " writes to the usage log "
            + directory
            + ": stop it, or name another directory");
  }
}
