package io.banwatch.place;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import com.maxmind.geoip2.DatabaseReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Opens MaxMind databases, on the heap (63 MB for GeoLite2 City, read in 0.7 s): a mapped file that
 * is overwritten in place ends the process. Always from a file, of which the size is known: from a
 * stream the library reads into a buffer that it doubles and copies, three times that much. The
 * cache of decoded nodes makes a look-up three times as fast.
 */
final class GeoReaders {
  private GeoReaders() {}

  static DatabaseReader openPlaces(Path file) {
    DatabaseReader reader = open(file);
    String type = reader.metadata().databaseType();
    if (!hasCities(reader) && !type.contains("Country")) {
      throw wrongType(file, type, "City");
    }
    return reader;
  }

  static DatabaseReader openNetworks(Path file) {
    DatabaseReader reader = open(file);
    String type = reader.metadata().databaseType();
    if (!type.contains("GeoLite2-ASN")) {
      throw wrongType(file, type, "ASN");
    }
    return reader;
  }

  static boolean hasCities(DatabaseReader reader) {
    String type = reader.metadata().databaseType();
    return type.contains("City") || type.contains("Enterprise");
  }

  /** Opens a database that belongs to the program. */
  static DatabaseReader openResource(String name) {
    try (InputStream in = GeoReaders.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new GeoDatabaseException(
            "the bundled geo database %s is not on the class path; build again, or %s"
                .formatted(name, GeoFiles.REMEDY));
      }
      return openUnpacked(in);
    } catch (IOException e) {
      throw new GeoDatabaseException(
          "the bundled geo database %s cannot be read: %s; build again, or %s"
              .formatted(name, e.getMessage(), GeoFiles.REMEDY),
          e);
    }
  }

  private static DatabaseReader openUnpacked(InputStream in) throws IOException {
    Path unpacked = Files.createTempFile("banwatch-", ".mmdb");
    try {
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      return read(unpacked);
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private static DatabaseReader open(Path file) {
    if (!Files.isReadable(file)) {
      throw new GeoDatabaseException(
          "geo database %s may not be read; let this user read it, or %s"
              .formatted(file, GeoFiles.REMEDY));
    }
    try {
      return read(file);
    } catch (IOException e) {
      throw new GeoDatabaseException(
          "%s is not a MaxMind database, or is cut short; unpack it if it is an archive, or %s"
              .formatted(file, GeoFiles.REMEDY),
          e);
    }
  }

  private static DatabaseReader read(Path file) throws IOException {
    return new DatabaseReader.Builder(file.toFile())
        .fileMode(Reader.FileMode.MEMORY)
        .withCache(new CHMCache())
        .build();
  }

  private static GeoDatabaseException wrongType(Path file, String type, String expected) {
    return new GeoDatabaseException(
        "%s is a database of type %s where one of type %s is expected; %s"
            .formatted(file, type, expected, GeoFiles.REMEDY));
  }
}
