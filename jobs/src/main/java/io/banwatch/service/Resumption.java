package io.banwatch.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Finds what an earlier run left in a directory, and whether this one may go on from there. */
final class Resumption {
  private final ServiceDirectory directory;
  private final Consumer<String> messages;

  Resumption(ServiceDirectory directory, Consumer<String> messages) {
    this.directory = directory;
    this.messages = messages;
  }

  /**
   * Prepares the directory for a run.
   *
   * @param policyHash of the policy it will judge by
   * @return the checkpoint to go on from, or null to begin anew
   * @throws ServiceException when there is state, and none of it can be used
   */
  Path prepare(String policyHash) throws ServiceException {
    StateVersion earlier = StateVersion.read(directory.state());
    try {
      Path restored = restored(earlier);
      if (earlier != null && !earlier.policy().equals(policyHash)) {
        messages.accept(
            "the policy has changed since the last run: it was "
                + earlier.policy()
                + " and is "
                + policyHash
                + " now; what was learned stays");
      }
      StateVersion.current(policyHash).write(directory.state());
      return restored;
    } catch (IOException e) {
      throw new ServiceException(
          "--out " + directory.path() + " cannot be used: " + e.getMessage(), e);
    }
  }

  private Path restored(StateVersion earlier) throws ServiceException, IOException {
    KeptState kept = new KeptState(directory.checkpoints());
    if (kept.isEmpty()) {
      return null;
    }
    if (earlier == null) {
      throw new ServiceException(
          directory.checkpoints()
              + " holds state, but "
              + directory.state()
              + " is missing, so nobody knows of which version it is. Restore the file from a"
              + " backup, or start anew with another --out.");
    }
    Path restored =
        kept.newestWhole(
            (path, damage) ->
                messages.accept(
                    "checkpoint "
                        + directory.checkpoints().relativize(path)
                        + " is damaged ("
                        + damage
                        + "); an older one is tried"));
    if (restored == null) {
      throw new ServiceException(
          "every checkpoint in "
              + directory.checkpoints()
              + " is damaged. Restore them from a backup, or start anew with another --out; with"
              + " --learn-from LOG the new one learns from the log first.");
    }
    messages.accept("going on from " + directory.checkpoints().relativize(restored));
    return restored;
  }
}
