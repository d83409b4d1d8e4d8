package io.banwatch.tell;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Takes out of an answer what the request held and may be secret: an error page quotes the path
 * that it does not know, or the header that it does not take.
 */
final class EchoedSecrets {
  private static final String HIDDEN = "…";

  /** Shorter than any secret; what is shorter is found in words by chance. */
  private static final int SHORTEST = 8;

  /** Nothing that is as long as this is a word. */
  private static final int NO_WORD = 20;

  private EchoedSecrets() {}

  /**
   * The text without them.
   *
   * @param headers the values of those that the policy adds
   */
  static String hide(String text, URI address, Collection<String> headers) {
    List<String> secrets = new ArrayList<>();
    for (String path : List.of(orEmpty(address.getRawPath()), orEmpty(address.getPath()))) {
      add(path, secrets);
      addParts(path.split("/", -1), secrets);
    }
    for (String query : List.of(orEmpty(address.getRawQuery()), orEmpty(address.getQuery()))) {
      add(query, secrets);
      addParts(query.split("[&=]", -1), secrets);
    }
    for (String header : headers) {
      add(header.strip(), secrets);
      addParts(header.strip().split(" ", -1), secrets);
    }
    secrets.sort(Comparator.comparing(String::length).reversed());
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return hidden;
  }

  private static void add(String whole, List<String> secrets) {
    if (whole.length() >= SHORTEST) {
      secrets.add(whole);
    }
  }

  /** Those that are no word, such as {@code services} or {@code Bearer}. */
  private static void addParts(String[] parts, List<String> secrets) {
    for (String part : parts) {
      if (part.length() >= NO_WORD || part.chars().anyMatch(c -> c >= '0' && c <= '9')) {
        add(part, secrets);
      }
    }
  }

  private static String orEmpty(String part) {
    return part == null ? "" : part;
  }
}
