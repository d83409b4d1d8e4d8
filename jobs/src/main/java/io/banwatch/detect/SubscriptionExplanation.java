package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.policy.SubscriptionSignal;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.VendorProfile;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What {@link SubscriptionMisuse} says to a person. Names no user: a name may be an address. */
final class SubscriptionExplanation {
  private static final int SHORT_HASH = 8;

  private final UsageEvent event;
  private final VendorProfile vendor;

  SubscriptionExplanation(UsageEvent event, VendorProfile vendor) {
    this.event = event;
    this.vendor = vendor;
  }

  Explanation refusedByVendor() {
    return new Explanation(
        String.format(
            Locale.ROOT,
            "%s refused the credential that %s sent: it is for the vendor's own clients only",
            vendor.name(),
            key()),
        "The vendor itself says that the credential is misused; accounts were closed within an hour of"
            + " such answers",
        List.of(
            Fact.of("observed", 1),
            Fact.of("threshold", 1),
            Fact.of("unit", "answers"),
            Fact.of("answer", event.answerClass().word()),
            Fact.of("client", event.client() == null ? "unknown" : event.client())),
        List.of(
            "Stop this client's retries now: block the key at the gateway until it is changed (LiteLLM:"
                + " POST /key/block with the key's hash)",
            apiKeyInstead(),
            "Have the person whose token it is sign out everywhere, so that the token ends"));
  }

  Explanation foreignClient(long requests) {
    String official = String.join(", ", vendor.subscription().clients());
    return new Explanation(
        String.format(
            Locale.ROOT,
            "%s sends a person's %s subscription token with %s, which is not the vendor's own client",
            key(),
            vendor.name(),
            event.client()),
        "Resembles a third-party client on a subscription: the vendor allows such tokens in its own"
            + " clients only, and enforces that without notice",
        List.of(
            Fact.of("observed", (double) requests),
            Fact.of("threshold", 1),
            Fact.of("unit", "requests"),
            Fact.of("client", event.client()),
            Fact.of("ownClients", official),
            Fact.of("credential", "subscription")),
        List.of(
            apiKeyInstead(),
            "Until then, use the subscription only in the vendor's own client",
            "If it is the vendor's own client under a new name, add it to the vendor's profile"));
  }

  Explanation sharedByPeople(int people, SubscriptionSignal settings) {
    return new Explanation(
        String.format(
            Locale.ROOT,
            "%s carried %s subscription tokens of %d people within %d hours",
            key(),
            vendor.name(),
            people,
            settings.sharedHours()),
        "Resembles pooled or shared subscriptions: a subscription is one person's, and a service may not"
            + " collect, store or pass on such credentials for others",
        shared(people, settings.sharedUsers(), "users", settings),
        List.of(
            "Give each person a gateway key of their own, and see which of them stays on subscriptions",
            apiKeyInstead()));
  }

  Explanation sharedByAddresses(int addresses, SubscriptionSignal settings) {
    return new Explanation(
        String.format(
            Locale.ROOT,
            "%s carried %s subscription tokens from %d addresses within %d hours",
            key(),
            vendor.name(),
            addresses,
            settings.sharedHours()),
        "Resembles one subscription used by several people; one person has a home, an office and a phone,"
            + " seldom more at a time",
        shared(addresses, settings.sharedAddresses(), "addresses", settings),
        List.of(
            "Ask the key's owner whether each address is theirs; if not, revoke key and token",
            "Declare the company's own networks in the policy: they count as no address",
            apiKeyInstead()));
  }

  private static List<Fact> shared(
      int observed, int threshold, String unit, SubscriptionSignal settings) {
    return List.of(
        Fact.of("observed", observed),
        Fact.of("threshold", threshold),
        Fact.of("unit", unit),
        Fact.of("windowSeconds", (double) TimeUnit.HOURS.toSeconds(settings.sharedHours())),
        Fact.of("credential", "subscription"));
  }

  private String apiKeyInstead() {
    return "Move this traffic to an API key of "
        + vendor.name()
        + " held by the gateway, and give the user a gateway key for it";
  }

  private String key() {
    if (event.keyAlias() != null) {
      return event.keyAlias();
    }
    String key = event.key();
    return "key " + (key.length() > SHORT_HASH ? key.substring(0, SHORT_HASH) : key);
  }
}
