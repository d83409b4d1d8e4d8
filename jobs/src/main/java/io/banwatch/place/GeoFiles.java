package io.banwatch.place;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files a person means by one path.
 *
 * @param places the City or Country database
 * @param networks the ASN database, or null when there is none
 */
record GeoFiles(Path places, Path networks) {
  static final String REMEDY =
      "give a GeoLite2 or GeoIP2 City database (.mmdb), or a directory that holds one and if"
          + " possible an ASN database, or leave the setting out to use the bundled GeoLite2 of 2019";

  /**
   * Finds the databases.
   *
   * @param path one file, or a directory in which they are known by {@code City}, else {@code
   *     Country}, and {@code ASN} in their names
   * @throws GeoDatabaseException when there is none, or more than one to choose from
   */
  static GeoFiles at(Path path) {
    if (!Files.exists(path)) {
      throw new GeoDatabaseException("geo database %s does not exist; %s".formatted(path, REMEDY));
    }
    if (!Files.isReadable(path)) {
      throw new GeoDatabaseException(
          "geo database %s may not be read; let this user read it, or %s".formatted(path, REMEDY));
    }
    if (!Files.isDirectory(path)) {
      return new GeoFiles(path, null);
    }
    Path places = only(path, "City");
    if (places == null) {
      places = only(path, "Country");
    }
    if (places == null) {
      throw new GeoDatabaseException(
          "directory %s holds no *City*.mmdb and no *Country*.mmdb; %s".formatted(path, REMEDY));
    }
    return new GeoFiles(places, only(path, "ASN"));
  }

  private static Path only(Path directory, String word) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + word + "*.mmdb")) {
      files.forEach(found::add);
    } catch (IOException e) {
      throw new GeoDatabaseException(
          "directory %s cannot be read: %s; %s".formatted(directory, e.getMessage(), REMEDY), e);
    }
    if (found.size() > 1) {
      found.sort(null);
      throw new GeoDatabaseException(
          "directory %s holds more than one %s database: %s; keep one, or name the file"
              .formatted(directory, word, found.stream().map(Path::getFileName).toList()));
    }
    return found.isEmpty() ? null : found.get(0);
  }
}
