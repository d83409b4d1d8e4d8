package io.banwatch.dashboards;

import java.nio.file.Files;
import java.nio.file.Path;

/** Stores the demo week, and the odd traffic of the tests, by the production path. */
final class FillInflux {
  private FillInflux() {}

  /**
   * Stores it.
   *
   * @param arguments the repository's root; InfluxDB's address with the database as its path; an
   *     empty directory for the logs, or none
   */
  public static void main(String[] arguments) throws Exception {
    Path directory =
        arguments.length > 2
            ? Files.createDirectories(Path.of(arguments[2]))
            : Files.createTempDirectory("banwatch-week-");
    long points = StoredWeek.store(directory, arguments[1], System.getenv());
    System.out.printf("%,d points stored, from %s%n", points, directory);
  }
}
