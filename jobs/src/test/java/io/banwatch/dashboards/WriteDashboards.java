package io.banwatch.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code dashboards/banwatch/*.json} from the pages. */
final class WriteDashboards {
  static final String DIRECTORY = "dashboards/banwatch";

  private WriteDashboards() {}

  /**
   * Writes them.
   *
   * @param arguments the repository's root
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0], DIRECTORY);
    Files.createDirectories(directory);
    for (Page page : Pages.ALL) {
      Files.writeString(directory.resolve(Pages.file(page)), Json.text(page.toJson(Pages.ALL)));
    }
  }
}
