package io.banwatch.service;

import java.io.IOException;
import java.util.function.Consumer;

/** Finds what an earlier run left in a directory, and whether this one may go on from there. */
final class Resumption {
  static final String REMEDY =
      "Restore them from a backup, or start anew with another --out; with --learn-from LOG the new"
          + " one learns from the log first.";

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
   * @return what was kept of the job's state
   * @throws ServiceException when there is state that this program does not know how to read
   */
  KeptState prepare(String policyHash) throws ServiceException {
    StateVersion earlier = StateVersion.read(directory.state());
    try {
      KeptState kept = kept(earlier);
      if (earlier != null && !earlier.policy().equals(policyHash)) {
        messages.accept(
            "the policy has changed since the last run: it was "
                + earlier.policy()
                + " and is "
                + policyHash
                + " now; what was learned stays");
      }
      StateVersion.current(policyHash).write(directory.state());
      return kept;
    } catch (IOException e) {
      throw new ServiceException(
          "--out " + directory.path() + " cannot be used: " + e.getMessage(), e);
    }
  }

  private KeptState kept(StateVersion earlier) throws ServiceException, IOException {
    KeptState kept = new KeptState(directory.checkpoints());
    if (earlier == null && !kept.newestFirst().isEmpty()) {
      throw new ServiceException(
          directory.checkpoints()
              + " holds state, but "
              + directory.state()
              + " is missing, so nobody knows of which version it is. Restore the file from a"
              + " backup, or start anew with another --out.");
    }
    return kept;
  }
}
