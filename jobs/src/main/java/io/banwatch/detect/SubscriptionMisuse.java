package io.banwatch.detect;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.NetworkKind;
import io.banwatch.policy.SubscriptionSignal;
import io.banwatch.text.TextHash;
import io.banwatch.usage.Credential;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code subscription-misuse}: a person's subscription token used in a way that its vendor forbids.
 *
 * <p>Critical: the vendor says so itself; a client that is not the vendor's own carries the token;
 * one gateway key carries tokens of several people. Addresses alone warn, and are critical at twice
 * the threshold: one person has a home, an office and a phone. Silent for vendors whose own clients
 * are not known, for a client that did not say its name, and for what the gateway refused itself.
 */
public final class SubscriptionMisuse implements KeySignal {
  /** The signal's stable id. */
  public static final String ID = "subscription-misuse";

  /** As many as are needed to see twice the threshold. */
  private static final int KEPT_PER_THRESHOLD = 2;

  /** Sharing reaches 2 at most, so the vendor's own word is always told again. */
  private static final double MAGNITUDE_OF_VENDORS_WORD = 8;

  private static final int NETWORK_BITS = 64;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, KeyState state, KeyContext context, Consumer<Finding> findings) {
    SubscriptionSignal settings = context.settings().signals().subscriptionMisuse();
    if (!settings.enabled() || event.answeredBy() != AnsweredBy.VENDOR) {
      return;
    }
    SubscriptionExplanation explanation = new SubscriptionExplanation(event, context.vendor());
    if (event.answerClass() == AnswerClass.CREDENTIAL_MISUSE) {
      findings.accept(
          finding(
              Severity.CRITICAL,
              MAGNITUDE_OF_VENDORS_WORD,
              event,
              settings,
              explanation::refusedByVendor));
    }
    if (event.credential() != Credential.SUBSCRIPTION || !context.vendor().knowsOwnClients()) {
      return;
    }
    judgeClient(event, state.subscriptions, context, explanation, findings);
    judgePeople(event, state.subscriptions, context, explanation, findings);
    judgeAddresses(event, state.subscriptions, context, explanation, findings);
  }

  private static void judgeClient(
      UsageEvent event,
      SubscriptionState state,
      KeyContext context,
      SubscriptionExplanation explanation,
      Consumer<Finding> findings) {
    String client = event.client();
    if (client == null || client.isBlank() || context.vendor().official(client)) {
      return;
    }
    state.foreignRequests++;
    long requests = state.foreignRequests;
    SubscriptionSignal settings = context.settings().signals().subscriptionMisuse();
    findings.accept(
        finding(Severity.CRITICAL, 1, event, settings, () -> explanation.foreignClient(requests)));
  }

  private static void judgePeople(
      UsageEvent event,
      SubscriptionState state,
      KeyContext context,
      SubscriptionExplanation explanation,
      Consumer<Finding> findings) {
    if (event.user() == null || event.user().isBlank()) {
      return;
    }
    SubscriptionSignal settings = context.settings().signals().subscriptionMisuse();
    int threshold = settings.sharedUsers();
    Optional<String> person = context.vendor().person(event.user());
    String name = person.orElse(event.user());
    if (name.isEmpty()) {
      return;
    }
    RecentDistinct seen = person.isPresent() ? state.people : state.users;
    seen.see(TextHash.of(name), event.endMillis(), KEPT_PER_THRESHOLD * threshold);
    int people = seen.within(TimeUnit.HOURS.toMillis(settings.sharedHours()));
    if (people >= threshold) {
      findings.accept(
          finding(
              Severity.CRITICAL,
              (double) people / threshold,
              event,
              settings,
              () -> explanation.sharedByPeople(people, settings)));
    }
  }

  private static void judgeAddresses(
      UsageEvent event,
      SubscriptionState state,
      KeyContext context,
      SubscriptionExplanation explanation,
      Consumer<Finding> findings) {
    boolean somewhere = context.place() != null && context.place().kind() != NetworkKind.DECLARED;
    IPAddress address =
        somewhere && event.address() != null
            ? new IPAddressString(event.address()).getAddress()
            : null;
    if (address == null) {
      return;
    }
    SubscriptionSignal settings = context.settings().signals().subscriptionMisuse();
    int threshold = settings.sharedAddresses();
    state.addresses.see(network(address), event.endMillis(), KEPT_PER_THRESHOLD * threshold);
    int addresses = state.addresses.within(TimeUnit.HOURS.toMillis(settings.sharedHours()));
    if (addresses >= threshold) {
      boolean many = addresses >= KEPT_PER_THRESHOLD * threshold;
      findings.accept(
          finding(
              many ? Severity.CRITICAL : Severity.WARNING,
              (double) addresses / threshold,
              event,
              settings,
              () -> explanation.sharedByAddresses(addresses, settings)));
    }
  }

  private static long network(IPAddress address) {
    BigInteger value = address.getValue();
    return address.isIPv6() ? value.shiftRight(NETWORK_BITS).longValue() : value.longValue();
  }

  private static Finding finding(
      Severity severity,
      double magnitude,
      UsageEvent event,
      SubscriptionSignal settings,
      Supplier<Explanation> explanation) {
    long quiet = TimeUnit.HOURS.toMillis(settings.quietHours());
    return new Finding(ID, severity, magnitude, event.endMillis(), quiet, explanation);
  }
}
