package io.banwatch.store;

import com.influxdb.exceptions.InfluxException;
import io.banwatch.alert.PlainText;
import java.io.IOException;

/** Why setting up InfluxDB went no further, with what to do. */
final class SetupFailure {
  private static final int LONGEST_WORDS = 300;

  private SetupFailure() {}

  /** There was no answer, or none of InfluxDB's. */
  static StoreException of(IOException thrown, InfluxAddress address) {
    WriteAnswer answer =
        thrown instanceof ForeignAnswer foreign
            ? AnswerRules.of(foreign, address)
            : AnswerRules.of(NoAnswer.of(thrown, address), address);
    return new StoreException(answer.sentence());
  }

  /** InfluxDB refused, or there was no answer. */
  static StoreException of(InfluxException thrown, InfluxAddress address) {
    if (thrown.getCause() instanceof IOException io) {
      return of(io, address);
    }
    return of(thrown.status(), PlainText.of(ServerWords.of(thrown), LONGEST_WORDS), address);
  }

  /**
   * InfluxDB refused.
   *
   * @param status HTTP's
   * @param said its words, fit to be shown
   */
  static StoreException of(int status, String said, InfluxAddress address) {
    String words =
        "InfluxDB at "
            + address.server()
            + " refuses ("
            + status
            + (said.isEmpty() ? "" : " " + said)
            + "). ";
    return new StoreException(words + remedy(status, address));
  }

  private static String remedy(int status, InfluxAddress address) {
    return switch (status) {
      case 401 -> Misconfiguration.TOKEN_REMEDY;
      case 429, 500, 502, 503, 504 -> "Run the same again once it is well.";
      default ->
          "May the token in "
              + InfluxAddress.TOKEN
              + " make databases or buckets, retention, and queries or tasks"
              + (address.hasOrg() ? " of " + address.org() : "")
              + "?";
    };
  }
}
