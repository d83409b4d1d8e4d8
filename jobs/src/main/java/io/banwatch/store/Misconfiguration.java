package io.banwatch.store;

import java.util.Locale;

/** What a person has to set right, by the answer that says so. */
final class Misconfiguration {
  private Misconfiguration() {}

  /**
   * The words.
   *
   * @param status HTTP's
   * @param said the server's own words
   */
  static String words(int status, String said, InfluxAddress address) {
    return "InfluxDB at "
        + address.server()
        + " does not take points for "
        + address.database()
        + " ("
        + status
        + (said.isEmpty() ? "" : " " + said)
        + "). "
        + advice(status, said.toLowerCase(Locale.ROOT), address);
  }

  private static String advice(int status, String said, InfluxAddress address) {
    return switch (status) {
      case 401 -> "Is " + InfluxAddress.TOKEN + " right? InfluxDB 1.x wants user:password there.";
      case 403 -> "May the token or the user write to " + address.database() + "?";
      case 404 -> ofNotFound(said, address);
      default ->
          said.contains("org") && !address.hasOrg()
              ? "Name the organisation in " + InfluxAddress.ORG + "."
              : "Is this InfluxDB, of version 1.8 or later?";
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
    return "Is this InfluxDB, of version 1.8 or later?";
  }
}
