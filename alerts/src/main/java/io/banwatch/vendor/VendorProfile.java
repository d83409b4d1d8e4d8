package io.banwatch.vendor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one vendor, from its dated profile. Immutable and thread-safe.
 *
 * @param id the vendor's id, for example {@code anthropic}
 * @param name the vendor's name for people, for example {@code Anthropic}
 * @param unsupportedRegions ISO 3166 alpha-2 codes of countries it does not serve
 * @param subscription what is known of its subscription tokens
 * @param appeal what to do after a ban, in one sentence; null when not known
 * @param personalClients words, in lower case, of user agents of clients that a person sits at
 * @param answers classifies its answers
 */
public record VendorProfile(
    String id,
    String name,
    Set<String> unsupportedRegions,
    SubscriptionFacts subscription,
    String appeal,
    List<String> personalClients,
    AnswerClassifier answers) {

  /** Copies the set and the list. */
  public VendorProfile {
    unsupportedRegions = Set.copyOf(unsupportedRegions);
    personalClients = List.copyOf(personalClients);
  }

  /** A vendor of which no more is known than its regions: every failed answer is unknown. */
  public VendorProfile(String id, Set<String> unsupportedRegions) {
    this(
        id,
        id,
        unsupportedRegions,
        SubscriptionFacts.NONE,
        null,
        List.of(),
        AnswerClassifier.EMPTY);
  }

  /** What an answer means and who gave it; never throws, and allocates nothing for a success. */
  public Answer classify(Outcome outcome) {
    return answers.classify(outcome);
  }

  /** Whether the vendor's own clients are known, so that another one can be told from them. */
  public boolean knowsOwnClients() {
    return !subscription.clients().isEmpty();
  }

  /**
   * Whether the user agent is one of the vendor's own clients, as far as it tells the truth.
   *
   * @param userAgent may be null, which is no client of anybody's
   */
  public boolean official(String userAgent) {
    return subscription.official(userAgent);
  }

  /**
   * Whether a person sits at this client, and no service runs it; as far as it tells the truth.
   *
   * @param userAgent may be null, which is no client of anybody's
   */
  public boolean personal(String userAgent) {
    if (userAgent == null) {
      return false;
    }
    String agent = userAgent.toLowerCase(Locale.ROOT);
    return personalClients.stream().anyMatch(agent::contains);
  }

  /**
   * The person in a user id of the form that the vendor's own clients send, where device and
   * session stand beside it.
   *
   * @return the person, empty text when such an id names none; nothing for an id of another form
   */
  public Optional<String> person(String user) {
    return subscription.person(user);
  }
}
