package io.banwatch.policy;

import io.banwatch.text.NearestName;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address with placeholders, such as {@code https://grafana.example.com/d/x?from={from}}. */
public final class LinkTemplate {
  /** What may stand between braces. */
  public static final List<String> PLACEHOLDERS =
      List.of("vendor", "account", "key", "keyAlias", "team", "signal", "from", "to");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private final String template;

  /**
   * Takes a template.
   *
   * @param template empty for no link
   * @throws IllegalArgumentException says what is expected when a placeholder is unknown, or the
   *     text is no address
   */
  public LinkTemplate(String template) {
    this.template = template;
    Matcher found = PLACEHOLDER.matcher(template);
    while (found.find()) {
      known(found.group(1));
    }
    if (template.isEmpty()) {
      return;
    }
    try {
      URI address = new URI(PLACEHOLDER.matcher(template).replaceAll("x"));
      URI elsewhere = new URI(PLACEHOLDER.matcher(template).replaceAll("y"));
      if (address.getHost() == null || !address.getAuthority().equals(elsewhere.getAuthority())) {
        throw new URISyntaxException(template, "no host");
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "an address such as https://grafana.example.com/d/banwatch?var-api_key={key}", e);
    }
  }

  /** Whether it gives a link at all. */
  public boolean isEmpty() {
    return template.isEmpty();
  }

  /**
   * The address with every placeholder replaced by its value, percent-encoded so that a value can
   * be nothing but a value.
   *
   * @param values one for each of {@link #PLACEHOLDERS}
   */
  public String filled(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(encoded(values.get(found.group(1)))));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void known(String name) {
    if (PLACEHOLDERS.contains(name)) {
      return;
    }
    String near = NearestName.to(name, PLACEHOLDERS);
    throw new IllegalArgumentException(
        PLACEHOLDERS.stream().map(known -> "{" + known + "}").collect(Collectors.joining(", "))
            + " as placeholders"
            + (near == null ? "" : "; did you mean {" + near + "}?"));
  }
}
