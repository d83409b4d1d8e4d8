package io.banwatch.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One folder under {@code alerts/scenarios}: a log, what must be told of it, and what it is for.
 *
 * @param folder where it stands
 * @param fires signals that must fire, and no others
 * @param nearMissOf signals that it resembles, of which nothing above {@code info} may be told
 * @param sameAs another scenario of which the very same must be told, or null
 * @param counts what the summary must count: {@code accepted}, {@code rejected}, {@code skipped},
 *     {@code late}; those left out are not looked at
 */
record Scenario(
    Path folder,
    List<String> fires,
    List<String> nearMissOf,
    String sameAs,
    Map<String, Long> counts) {
  static final String LOG = "usage.jsonl.gz";
  static final String EXPECTED = "expected.txt";
  static final String WANTED = "wanted.txt";
  static final String ABOUT = "scenario.yaml";
  static final String POLICY = "policy.yaml";
  static final String STORY = "README.md";

  private static final ObjectReader YAML =
      new ObjectMapper(new YAMLFactory()).readerFor(About.class);
  private static final String BUILT_IN_POLICY = "schemaVersion: 1\n";

  private record About(
      @JsonProperty("fires") List<String> fires,
      @JsonProperty("nearMissOf") List<String> nearMissOf,
      @JsonProperty("sameAs") String sameAs,
      @JsonProperty("counts") Map<String, Long> counts) {}

  /** The repository's scenarios. */
  static Path root() {
    return Path.of("..", "alerts", "scenarios");
  }

  /**
   * Every folder under the root, by name.
   *
   * @throws IllegalStateException when there is none
   */
  static List<Scenario> in(Path root) {
    try (Stream<Path> entries = Files.list(root)) {
      List<Scenario> scenarios =
          entries.filter(Files::isDirectory).sorted().map(Scenario::of).toList();
      if (scenarios.isEmpty()) {
        throw new IllegalStateException("no scenario under " + root + "; nothing would be tested");
      }
      return scenarios;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what one folder is for. */
  static Scenario of(Path folder) {
    Path about = folder.resolve(ABOUT);
    try {
      About read = YAML.readValue(about.toFile());
      return new Scenario(
          folder,
          read.fires() == null ? List.of() : read.fires(),
          read.nearMissOf() == null ? List.of() : read.nearMissOf(),
          read.sameAs(),
          read.counts() == null ? Map.of() : new TreeMap<>(read.counts()));
    } catch (IOException e) {
      throw new UncheckedIOException(about + ": expected fires, nearMissOf, sameAs, counts", e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  Path log() {
    return folder.resolve(LOG);
  }

  /** The log's records, as they stand in it. */
  static List<String> records(Path log) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(log))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** What differs from the built-in policy. */
  String policyText() throws IOException {
    Path policy = folder.resolve(POLICY);
    return Files.exists(policy) ? Files.readString(policy) : BUILT_IN_POLICY;
  }

  /** What must be told, a line each; the folder without this file is no scenario. */
  List<String> expected() throws IOException {
    return Files.readAllLines(folder.resolve(EXPECTED));
  }

  /** What a person would rather be told than what is expected today, if that is known. */
  Optional<List<String>> wanted() throws IOException {
    Path wanted = folder.resolve(WANTED);
    return Files.exists(wanted) ? Optional.of(Files.readAllLines(wanted)) : Optional.empty();
  }

  void expect(List<String> told) throws IOException {
    Files.write(folder.resolve(EXPECTED), told);
  }
}
