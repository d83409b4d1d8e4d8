package io.banwatch.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoDatabaseTest {
  @TempDir Path directory;

  /** Of 63 MB on disk; read through a buffer that is doubled it took 240 MB. */
  @Test
  void theBundledDatabaseIsReadWithoutASecondCopy() throws Exception {
    Process opened =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Opened.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(opened.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      opened.destroyForcibly();
    }
    assertThat(opened.exitValue()).isZero();
  }

  /** What that process runs. */
  static final class Opened {
    private Opened() {}

    /** Opens it, and ends with an error when that fails. */
    public static void main(String[] arguments) {
      assertThat(GeoDatabase.bundled()).isNotNull();
    }
  }

  @Test
  void aCityHasCoordinatesRadiusAndNetwork() {
    assertThat(find("81.2.69.160"))
        .isEqualTo(
            new Place(
                "GB",
                "Abingdon",
                51.7095,
                -1.3614,
                100,
                20712,
                "Andrews & Arnold Ltd",
                NetworkKind.ACCESS,
                false));
    assertThat(find("89.160.20.112"))
        .isEqualTo(
            new Place(
                "SE",
                "Tumba",
                59.2,
                17.8167,
                20,
                29518,
                "Bredband2 AB",
                NetworkKind.ACCESS,
                false));
  }

  @Test
  void anIpv6AddressIsKnownToItsCountry() {
    assertThat(find("2a02:cf40::1"))
        .isEqualTo(
            new Place(
                "DK",
                null,
                56.0,
                10.0,
                100,
                62121,
                "Christian Ebsen ApS",
                NetworkKind.ACCESS,
                true));
  }

  @Test
  void whereABlockIsRegisteredIsNotWhereItsHostIs() {
    assertThat(find("67.43.156.1"))
        .isEqualTo(
            new Place(null, null, Double.NaN, Double.NaN, 0, 0, null, NetworkKind.HOSTING, false));
  }

  @Test
  void hostingAndVpnNetworksAreTold() {
    assertThat(find("88.198.0.1").kind()).isEqualTo(NetworkKind.HOSTING);
    assertThat(find("185.156.172.1"))
        .isEqualTo(
            new Place(
                "NL",
                "Amsterdam",
                52.3109,
                4.9453,
                1000,
                9009,
                "M247 Ltd",
                NetworkKind.VPN,
                false));
  }

  @Test
  void aSatelliteNetworkHasACountryButNoCoordinates() {
    assertThat(find("99.198.36.73"))
        .isEqualTo(
            new Place(
                "US",
                null,
                Double.NaN,
                Double.NaN,
                0,
                7155,
                "ViaSat,Inc.",
                NetworkKind.ACCESS,
                false));
  }

  @Test
  void aContinentIsNoPlace() {
    assertThat(find("2a02:26f0::1"))
        .isEqualTo(
            new Place(
                null,
                null,
                Double.NaN,
                Double.NaN,
                0,
                34164,
                "Akamai International B.V.",
                NetworkKind.HOSTING,
                true));
  }

  @Test
  void anAddressThatIsNotPublicHasNoPlace() {
    for (String address :
        new String[] {"10.0.0.1", "100.64.0.1", "192.0.2.1", "::1", "2001:db8::1", "nonsense"}) {
      assertThat(find(address)).isNull();
    }
  }

  @Test
  void aMappedAddressIsTheIpv4Address() {
    assertThat(find("::ffff:81.2.69.160")).isEqualTo(find("81.2.69.160"));
  }

  @Test
  void theBundledDatabaseTellsItsAge() {
    assertThat(GeoDatabase.bundled().builtAt()).isEqualTo(Instant.parse("2019-11-12T21:11:29Z"));
    assertThat(GeoDatabase.bundled().source()).isEqualTo("GeoLite2-City");
    assertThat(GeoDatabase.bundled()).isSameAs(GeoDatabase.bundled());
  }

  @Test
  void aCountryFileGivesCountriesAndBundledNetworks() throws IOException {
    GeoDatabase countries = GeoDatabase.open(unpack("GeoLite2-Country.mmdb"));

    assertThat(countries.find("81.2.69.160"))
        .isEqualTo(
            new Place(
                "GB",
                null,
                Double.NaN,
                Double.NaN,
                0,
                20712,
                "Andrews & Arnold Ltd",
                NetworkKind.ACCESS,
                false));
    assertThat(countries.source())
        .isEqualTo("GeoLite2-Country, networks from the bundled GeoLite2-ASN of 2019");
  }

  @Test
  void aDirectoryGivesPlacesAndNetworks() throws IOException {
    unpack("GeoLite2-Country.mmdb");
    unpack("GeoLite2-ASN.mmdb");
    GeoDatabase database = GeoDatabase.open(directory);

    assertThat(database.find("89.160.20.112").country()).isEqualTo("SE");
    assertThat(database.find("89.160.20.112").network()).isEqualTo(29518);
    assertThat(database.source()).isEqualTo("GeoLite2-Country");
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = directory.resolve("no.mmdb");

    assertThatThrownBy(() -> GeoDatabase.open(missing))
        .isInstanceOf(GeoDatabaseException.class)
        .hasMessage("geo database %s does not exist; %s", missing, GeoFiles.REMEDY);
  }

  @Test
  void aDirectoryWithoutPlacesIsRefused() throws IOException {
    unpack("GeoLite2-ASN.mmdb");

    assertThatThrownBy(() -> GeoDatabase.open(directory))
        .isInstanceOf(GeoDatabaseException.class)
        .hasMessage(
            "directory %s holds no *City*.mmdb and no *Country*.mmdb; %s",
            directory, GeoFiles.REMEDY);
  }

  @Test
  void aDirectoryWithTwoCityDatabasesAsksWhich() throws IOException {
    Files.createFile(directory.resolve("GeoLite2-City.mmdb"));
    Files.createFile(directory.resolve("GeoIP2-City.mmdb"));

    assertThatThrownBy(() -> GeoDatabase.open(directory))
        .isInstanceOf(GeoDatabaseException.class)
        .hasMessage(
            "directory %s holds more than one City database: [GeoIP2-City.mmdb,"
                + " GeoLite2-City.mmdb]; keep one, or name the file",
            directory);
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws IOException {
    Path text = Files.writeString(directory.resolve("text.mmdb"), "hello\n");
    Path empty = Files.createFile(directory.resolve("empty.mmdb"));
    Path whole = unpack("GeoLite2-Country.mmdb");
    Path cut = directory.resolve("cut.mmdb");
    try (InputStream in = Files.newInputStream(whole);
        OutputStream out = Files.newOutputStream(cut)) {
      out.write(in.readNBytes(1_000_000));
    }

    for (Path file : new Path[] {text, empty, cut}) {
      assertThatThrownBy(() -> GeoDatabase.open(file))
          .isInstanceOf(GeoDatabaseException.class)
          .hasMessage(
              "%s is not a MaxMind database, or is cut short; unpack it if it is an archive, or %s",
              file, GeoFiles.REMEDY);
    }
  }

  @Test
  void aDatabaseOfAnotherTypeIsRefused() throws IOException {
    Path networks = unpack("GeoLite2-ASN.mmdb");

    assertThatThrownBy(() -> GeoDatabase.open(networks))
        .isInstanceOf(GeoDatabaseException.class)
        .hasMessage(
            "%s is a database of type GeoLite2-ASN where one of type City is expected; %s",
            networks, GeoFiles.REMEDY);
  }

  private Path unpack(String name) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream in = GeoDatabaseTest.class.getResourceAsStream("/" + name)) {
      Files.copy(in, file);
    }
    return file;
  }

  private static Place find(String address) {
    return GeoDatabase.bundled().find(address);
  }
}
