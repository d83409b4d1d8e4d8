package io.banwatch.place;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.banwatch.policy.DeclaredNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens lookups from settings that can be sent to another process. All lookups of a process over
 * one version of one database share it in memory, for as long as any of them is in use.
 */
public final class PlaceLookups {
  private static final Cache<Stamp, GeoDatabase> OPEN = Caffeine.newBuilder().weakValues().build();

  private PlaceLookups() {}

  /**
   * A lookup with a cache of its own.
   *
   * @param geo path of a geo database as in {@link GeoDatabase#open}; null for the bundled one
   * @param networks the policy's declared networks, whose public addresses become {@link
   *     NetworkKind#DECLARED}
   * @throws GeoDatabaseException when the database cannot be used
   * @throws IllegalArgumentException when a declared block is none
   */
  public static PlaceLookup open(String geo, List<DeclaredNetwork> networks) {
    DeclaredNetworks declared = DeclaredNetworks.of(networks);
    GeoDatabase database = geo == null ? GeoDatabase.bundled() : shared(GeoFiles.at(Path.of(geo)));
    return new CachedPlaceLookup(database, declared);
  }

  private static GeoDatabase shared(GeoFiles files) {
    return OPEN.get(Stamp.of(files), stamp -> GeoDatabase.open(stamp.files()));
  }

  /** Tells a file from the newer one that has taken its name. */
  private record Stamp(GeoFiles files, String places, String networks) {
    static Stamp of(GeoFiles files) {
      return new Stamp(files, version(files.places()), version(files.networks()));
    }

    private static String version(Path file) {
      if (file == null) {
        return "";
      }
      try {
        return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
      } catch (IOException e) {
        throw new GeoDatabaseException(
            "geo database %s may not be read; %s".formatted(file, GeoFiles.REMEDY), e);
      }
    }
  }
}
