package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a schema cannot say of receivers, silences and links. Quotes no address: it may hold a
 * secret.
 */
final class TellingChecks {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  /** Anything else has been told already. */
  private static final Pattern WEB = Pattern.compile("https?://");

  private static final List<String> OWN_HEADERS =
      List.of("host", "content-length", "content-type", "transfer-encoding", "connection");
  private static final String ONE_ADDRESS = "one of `url`, `urlFrom`";
  private static final String SLACK = "slack.com";

  private final YamlDocument document;
  private final JsonNode root;
  private final PolicyEntries entries;

  private TellingChecks(YamlDocument document) {
    this.document = document;
    this.root = document.root();
    this.entries = new PolicyEntries(document);
  }

  /** Notes everything that is wrong, whatever the schema has found before. */
  static void check(YamlDocument document) {
    TellingChecks checks = new TellingChecks(document);
    checks.receivers();
    checks.silences();
    checks.links();
  }

  private void receivers() {
    Map<String, JsonPointer> names = new HashMap<>();
    int fallbacks = 0;
    for (int i = 0; i < root.path("receivers").size(); i++) {
      String place = "/receivers/" + i;
      JsonNode receiver = root.at(place);
      entries.once(names, at(place + "/name"), "a name of its own");
      if (receiver.path("default").asBoolean() && ++fallbacks > 1) {
        document.problem(at(place + "/default"), "a second default", "one default receiver", null);
      }
      if (receiver.isObject()) {
        fields(place, receiver, receiver.path("format").asText());
        address(place, receiver);
        headers(place, receiver.path("headersFrom"));
      }
    }
  }

  private void fields(String place, JsonNode receiver, String format) {
    boolean url = receiver.has("url");
    boolean urlFrom = receiver.has("urlFrom");
    switch (format) {
      case "standard" -> {
        needs(place, url ^ urlFrom, ONE_ADDRESS);
        needs(place, receiver.has("secretFrom"), "`secretFrom`, so that messages are signed");
      }
      case "alertmanager", "slack" -> {
        needs(place, url ^ urlFrom, ONE_ADDRESS);
        spare(place, receiver, "secretFrom", "`headersFrom` where one is asked for");
        if (format.equals("alertmanager")) {
          spare(place, receiver, "digest", "none: Alertmanager groups by itself");
        }
      }
      case "pagerduty" -> {
        needs(place, !(url && urlFrom), ONE_ADDRESS + " at most");
        needs(place, receiver.has("secretFrom"), "`secretFrom`, the integration's routing key");
        spare(place, receiver, "digest", "none: PagerDuty groups by itself");
      }
      case "email" -> {
        needs(place, receiver.has("email"), "`email`, the mail server and the addresses");
        spare(place, receiver, "url", "`email.host`");
        spare(place, receiver, "urlFrom", "`email.host`");
        spare(place, receiver, "headersFrom", "none for mails");
        boolean password = receiver.has("secretFrom") == receiver.path("email").has("user");
        needs(place, password, "`email.user` and `secretFrom` together, or neither");
      }
      default -> {
        return;
      }
    }
    if (!format.equals("email")) {
      spare(place, receiver, "email", "it in receivers of format `email` only");
    }
    if (!format.equals("standard")) {
      spare(place, receiver, "previousSecretFrom", "it where messages are signed: `standard`");
    }
  }

  private void needs(String place, boolean given, String expected) {
    if (!given) {
      document.problem(at(place), "a receiver of another form", expected, null);
    }
  }

  private void spare(String place, JsonNode receiver, String field, String expected) {
    if (receiver.has(field)) {
      String found = "`" + field + "`, which this format does not use";
      document.problem(at(place + "/" + field), found, expected, null);
    }
  }

  private void address(String place, JsonNode receiver) {
    JsonPointer pointer = at(place + "/url");
    if (!WEB.matcher(receiver.path("url").asText()).lookingAt()) {
      return;
    }
    try {
      URI address = new URI(receiver.get("url").asText());
      String host = address.getHost();
      if (host == null || address.getRawFragment() != null) {
        throw new URISyntaxException("", "no host, or a fragment");
      }
      if (address.getRawUserInfo() != null) {
        document.problem(
            pointer, "an address with a password", "`urlFrom`: passwords do not stand here", null);
      }
      String lower = host.toLowerCase(Locale.ROOT);
      if (lower.equals(SLACK) || lower.endsWith("." + SLACK)) {
        document.problem(
            pointer, "a Slack webhook's address", "`urlFrom`: that address is a secret", null);
      }
    } catch (URISyntaxException e) {
      document.problem(
          pointer, SchemaWords.UNSHOWN, "an address such as https://hooks.example.com/path", null);
    }
  }

  private void headers(String place, JsonNode headers) {
    headers
        .fieldNames()
        .forEachRemaining(
            name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              boolean own = OWN_HEADERS.contains(lower) || lower.startsWith("webhook-");
              if (own || !HEADER.matcher(name).matches()) {
                JsonPointer pointer = at(place + "/headersFrom").appendProperty(name);
                String found = own ? "a header that Banwatch writes" : "no name of a header";
                document.problem(pointer, found, "another header, `Authorization` say", null);
              }
            });
  }

  private void silences() {
    for (int i = 0; i < root.path("silences").size(); i++) {
      String place = "/silences/" + i;
      entries.period(place);
      if (root.at(place).isObject()
          && !root.at(place).has("match")
          && !root.at(place).has("signals")) {
        document.problem(at(place), "a silence of everything", "`match`, `signals` or both", null);
      }
    }
  }

  private void links() {
    JsonNode dashboard = root.at("/links/dashboard");
    if (!WEB.matcher(dashboard.asText()).lookingAt()) {
      return;
    }
    try {
      new LinkTemplate(dashboard.asText());
    } catch (IllegalArgumentException e) {
      document.problem(at("/links/dashboard"), SchemaWords.found(dashboard), e.getMessage(), null);
    }
  }

  private static JsonPointer at(String pointer) {
    return JsonPointer.compile(pointer);
  }
}
