package io.banwatch.flow;

import io.banwatch.usage.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person should do about a log that says less than it could. */
public final class LogHints {
  private LogHints() {}

  /**
   * Sentences, the most pressing first.
   *
   * @param rejected records that were not understood
   * @param skipped records that do not count
   * @param accepted records that do
   * @param unknownAccount how many of these name no account
   */
  public static List<String> of(
      Map<Reason, Long> rejected, long skipped, long accepted, long unknownAccount) {
    List<String> hints = new ArrayList<>();
    if (accepted == 0 && rejected.isEmpty() && skipped == 0) {
      hints.add(
          "The log is empty, and silence says nothing. Is this the file that the gateway writes to,"
              + " has it been rotated away, and is the gateway's callback switched on? README,"
              + " \"Replay your own log\".");
    }
    if (rejected.containsKey(Reason.APPLICATION_LOG)) {
      hints.add(
          "The log holds LiteLLM's own application log, which says nothing of usage: it comes from"
              + " litellm_settings.json_logs. Add a callback instead, under"
              + " litellm_settings.callbacks: s3_v2, gcs_bucket, or the one in the README, \"Replay"
              + " your own log\".");
    }
    if (accepted == 0 && rejected.containsKey(Reason.UNKNOWN_FORMAT)) {
      hints.add(
          "No record was of a known format. Name one with --format, or write a mapping file;"
              + " CONTRIBUTING, \"Add a gateway\".");
    }
    if (unknownAccount > 0) {
      hints.add(
          unknownAccount
              + " of "
              + accepted
              + " requests name no account of their vendor and go by their key's, or by"
              + " unknown@VENDOR. LiteLLM from 1.106 logs the vendor's organisation; else name the"
              + " account of each deployment or host under accounts: in the policy.");
    }
    return hints;
  }
}
