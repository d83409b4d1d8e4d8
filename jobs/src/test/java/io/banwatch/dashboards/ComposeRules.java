package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for {@code docker-compose.yml}, besides what {@code docker-compose config} checks. */
final class ComposeRules {
  /** With a default behind it, which has a tag of digits. */
  private static final Pattern PINNED = Pattern.compile("\\$\\{\\w+:-[\\w./-]+:\\d+(\\.\\d+){2}}");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):\\?");

  private final Path root;
  private final JsonNode compose;
  private final Breaches breaches = new Breaches("docker-compose.yml");

  private ComposeRules(Path root, JsonNode compose) {
    this.root = root;
    this.compose = compose;
  }

  static Breaches of(Path root, JsonNode compose) {
    ComposeRules rules = new ComposeRules(root, compose);
    compose
        .path("services")
        .properties()
        .forEach(service -> rules.service(service.getKey(), service.getValue()));
    return rules.breaches;
  }

  /** The variables without which it does not start. */
  static Set<String> demanded(JsonNode compose) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = VARIABLE.matcher(compose.toString());
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private void service(String name, JsonNode service) {
    String image = service.path("image").asText();
    breaches.expect(
        PINNED.matcher(image).matches(), "%s has an image with a whole version: %s", name, image);
    boolean once = service.path("restart").asText().equals("no");
    breaches.expect(
        once || service.has("healthcheck"), "%s has a healthcheck, or runs only once", name);
    for (JsonNode port : service.path("ports")) {
      breaches.expect(
          port.asText().startsWith("127.0.0.1:"),
          "%s is open to this machine only: %s",
          name,
          port);
    }
    for (JsonNode volume : service.path("volumes")) {
      String source = volume.asText().replaceFirst(":.*", "");
      breaches.expect(
          source.startsWith(".")
              ? Files.exists(root.resolve(source))
              : compose.path("volumes").has(source),
          "%s mounts what is there: %s",
          name,
          source);
    }
    for (Map.Entry<String, JsonNode> before : service.path("depends_on").properties()) {
      JsonNode other = compose.path("services").path(before.getKey());
      boolean done =
          before.getValue().path("condition").asText().equals("service_completed_successfully");
      breaches.expect(
          !other.isMissingNode() && done == other.path("restart").asText().equals("no"),
          "%s waits for what comes to be: %s",
          name,
          before.getKey());
    }
  }
}
