package io.banwatch.lines;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A closed file of a log of our own cannot be unzipped. The message says which, and what to do. */
public final class DamagedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  private DamagedArchiveException(Path archive, IOException why) {
    // What a person is told is the innermost cause's message.
    super(
        archive
            + " is damaged ("
            + why.getMessage()
            + "). Restore it from a backup, or move it out of its directory: what it holds is left"
            + " out then.");
    addSuppressed(why);
  }

  /** That, for a failure of unzipping; any other failure as it is. */
  public static IOException of(Path archive, IOException why) {
    return why instanceof EOFException || why instanceof ZipException
        ? new DamagedArchiveException(archive, why)
        : why;
  }
}
