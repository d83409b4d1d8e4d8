package io.banwatch.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The profiles of every vendor that is known. Immutable and thread-safe. */
public final class VendorProfiles {
  private static final String FOLDER = "/io/banwatch/vendors/";
  private static final String EXTENSION = ".yaml";
  private static final String GATEWAYS = "gateways";
  private static final String GENERIC = "generic";

  /** A vendor's own line: the file of this name in {@code alerts/vendors} is its profile. */
  private static final List<String> VENDORS =
      List.of("anthropic", "openai", "google", "azure", "bedrock");

  private final Map<String, VendorProfile> profiles;
  private final ProfileFacts gateways;
  private final ProfileFacts generic;
  private final VendorProfile noVendor;

  private VendorProfiles(Map<String, ProfileFacts> files) {
    this.gateways = files.get(GATEWAYS);
    this.generic = files.get(GENERIC);
    this.noVendor = empty("unknown");
    Map<String, VendorProfile> known = new HashMap<>();
    files.forEach(
        (file, facts) -> {
          if (facts.vendor() != null) {
            known.put(facts.vendor(), facts.profile(gateways, generic));
          }
        });
    this.profiles = Map.copyOf(known);
  }

  /** The profiles that come with Banwatch; read once. */
  public static VendorProfiles builtIn() {
    return BuiltIn.PROFILES;
  }

  /**
   * The profiles that come with Banwatch, with those of a folder in place of or beside them. {@code
   * gateways.yaml} and {@code generic.yaml} there replace the built-in ones as well.
   *
   * @param folder holds one {@code .yaml} file per vendor
   * @throws InvalidProfileException when a file is wrong; names file, line and field
   * @throws UncheckedIOException when the folder or a file cannot be read; names it
   */
  public static VendorProfiles load(Path folder) {
    Map<String, ProfileFacts> files = new HashMap<>(BuiltIn.FILES);
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> paths =
          entries.filter(path -> path.toString().endsWith(EXTENSION)).sorted().toList();
      for (Path path : paths) {
        put(files, path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read vendor profiles in " + folder, e);
    }
    return new VendorProfiles(files);
  }

  private static void put(Map<String, ProfileFacts> files, Path path) throws IOException {
    String file = path.getFileName().toString();
    String name = file.substring(0, file.length() - EXTENSION.length());
    ProfileFacts facts = ProfileReader.read(path.toString(), text(path));
    boolean vendor = !name.equals(GATEWAYS) && !name.equals(GENERIC);
    if (vendor && !name.equals(facts.vendor())) {
      throw new InvalidProfileException(
          path + ": field vendor: '" + name + "' was expected, as the file is called");
    }
    files.put(name, facts);
  }

  private static Reader text(Path path) throws IOException {
    try {
      return new StringReader(Files.readString(path));
    } catch (CharacterCodingException e) {
      throw new InvalidProfileException(path + ": is not UTF-8", e);
    }
  }

  /** The vendor's profile, or for one without an empty profile that goes by HTTP status alone. */
  public VendorProfile of(String vendor) {
    if (vendor == null) {
      return noVendor;
    }
    VendorProfile profile = profiles.get(vendor);
    return profile == null ? empty(vendor) : profile;
  }

  /** The ids of the vendors that have a profile. */
  public Set<String> vendors() {
    return profiles.keySet();
  }

  private VendorProfile empty(String vendor) {
    return new ProfileFacts(
            vendor, vendor, Set.of(), SubscriptionFacts.NONE, null, List.of(), List.of(), List.of())
        .profile(gateways, generic);
  }

  /** Loads on first use. */
  private static final class BuiltIn {
    static final Map<String, ProfileFacts> FILES = files();
    static final VendorProfiles PROFILES = new VendorProfiles(FILES);

    private static Map<String, ProfileFacts> files() {
      Map<String, ProfileFacts> files = new HashMap<>();
      files.put(GATEWAYS, read(GATEWAYS));
      files.put(GENERIC, read(GENERIC));
      for (String vendor : VENDORS) {
        files.put(vendor, read(vendor));
      }
      return Map.copyOf(files);
    }

    private static ProfileFacts read(String name) {
      String file = name + EXTENSION;
      try (InputStream in = VendorProfiles.class.getResourceAsStream(FOLDER + file)) {
        if (in == null) {
          throw new InvalidProfileException("vendors/" + file + " is not packed in");
        }
        return ProfileReader.read(
            "vendors/" + file, new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read vendors/" + file, e);
      }
    }
  }
}
