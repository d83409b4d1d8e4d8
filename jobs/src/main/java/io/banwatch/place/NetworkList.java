package io.banwatch.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the bundled lists of networks: one entry a line, comments after {@code #}. */
final class NetworkList {
  private static final String FOLDER = "networks/";

  private NetworkList() {}

  static AddressBlocks blocks(String... files) {
    List<AddressBlock> blocks = new ArrayList<>();
    for (String file : files) {
      for (String entry : entries(file)) {
        blocks.add(AddressBlock.parse(entry));
      }
    }
    return AddressBlocks.of(blocks);
  }

  /** Autonomous system numbers, written {@code AS64496}. */
  static Set<Long> systems(String file) {
    Set<Long> systems = new HashSet<>();
    for (String entry : entries(file)) {
      systems.add(Long.parseLong(entry.substring("AS".length())));
    }
    return Set.copyOf(systems);
  }

  private static List<String> entries(String file) {
    try (InputStream in = NetworkList.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the bundled list " + file + " is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(NetworkList::withoutComment)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled list " + file + " cannot be read", e);
    }
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }
}
