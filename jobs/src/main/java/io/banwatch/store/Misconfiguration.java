package io.banwatch.store;

import java.util.Locale;

/**
 * What a person has to set right, by the answer that says so.
 *
 * @param words what is wrong, a clause
 * @param remedy what to do, in whole sentences
 */
record Misconfiguration(String words, String remedy) {
  static final String TOKEN_REMEDY =
      "Is " + InfluxAddress.TOKEN + " right? InfluxDB 1.x wants user:password there, 2.x a token.";

  private static final String IS_THIS =
      "Is this InfluxDB, of version 1.8 or later, and its port (8086 as a rule)?";

  /**
   * By InfluxDB's answer.
   *
   * @param status HTTP's
   * @param said the server's own words
   */
  static Misconfiguration of(int status, String said, InfluxAddress address) {
    return new Misconfiguration(
        "InfluxDB at "
            + address.server()
            + " does not take points for "
            + address.database()
            + " ("
            + status
            + (said.isEmpty() ? "" : " " + said)
            + ")",
        remedy(status, said.toLowerCase(Locale.ROOT), address));
  }

  /** By an answer that is not InfluxDB's. */
  static Misconfiguration of(ForeignAnswer answer, InfluxAddress address) {
    return new Misconfiguration(
        address.server() + " does not answer as InfluxDB does (" + answer.getMessage() + ")",
        remedy(answer));
  }

  private static String remedy(ForeignAnswer answer) {
    if (answer.isRedirect()) {
      return "Give the address of InfluxDB itself to --influx.";
    }
    if (answer.getMessage().toUpperCase(Locale.ROOT).contains("HTTPS")) {
      return "If it wants TLS, write https:// in place of http://.";
    }
    return switch (answer.status()) {
      case 401, 403, 407 -> IS_THIS + " If a proxy stands before it, let Banwatch pass.";
      default -> IS_THIS;
    };
  }

  private static String remedy(int status, String said, InfluxAddress address) {
    return switch (status) {
      case 401 -> TOKEN_REMEDY;
      case 403 -> "May the token or the user write to " + address.database() + "?";
      case 404 -> ofNotFound(said, address);
      default ->
          said.contains("org") && !address.hasOrg()
              ? "Name the organisation in " + InfluxAddress.ORG + "."
              : IS_THIS;
    };
  }

  private static String ofNotFound(String said, InfluxAddress address) {
    if (said.contains("organization")) {
      return address.hasOrg()
          ? "Is " + InfluxAddress.ORG + " right? It is " + address.org() + "."
          : "Name the organisation in " + InfluxAddress.ORG + ".";
    }
    if (said.contains("database") || said.contains("bucket")) {
      return "Create it: banwatch store setup --influx " + address;
    }
    return IS_THIS;
  }
}
