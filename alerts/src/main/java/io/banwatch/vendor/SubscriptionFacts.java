package io.banwatch.vendor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a vendor's subscription tokens: which clients may carry one, and how those name
 * the person behind a request.
 *
 * @param clients how the user agents of the vendor's own clients start, in the profile's writing
 * @param people patterns of the user ids that those clients send, with one group, which is the
 *     person, or empty where the id names none; the first that finds something counts
 */
public record SubscriptionFacts(List<String> clients, List<Pattern> people) {
  /** Nothing is known, so nothing is foreign. */
  public static final SubscriptionFacts NONE = new SubscriptionFacts(List.of(), List.of());

  /** Copies the lists. */
  public SubscriptionFacts {
    clients = List.copyOf(clients);
    people = List.copyOf(people);
  }

  boolean official(String userAgent) {
    if (userAgent == null) {
      return false;
    }
    String agent = userAgent.strip().toLowerCase(Locale.ROOT);
    for (String client : clients) {
      if (agent.startsWith(client.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  Optional<String> person(String user) {
    for (Pattern pattern : people) {
      Matcher matcher = pattern.matcher(user);
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }
}
