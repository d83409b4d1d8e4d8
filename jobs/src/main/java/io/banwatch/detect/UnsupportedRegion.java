package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.policy.PlaceSignal;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A key is used in a country that its vendor does not serve, or the vendor refuses the region.
 *
 * <p>This is the one place signal with a documented ground: OpenAI's page of supported countries
 * warns that accessing <em>or offering access</em> from elsewhere may block the account, Anthropic
 * names unsupported locations among its grounds for holding one (support article 8241253). So the
 * first request is a warning, and so is one refusal, which proves where the vendor saw the caller.
 * It becomes critical when both agree, or when access networks repeat it: VPNs and servers say
 * little of where people are. From an old geo database the repeats must come from two networks, or
 * on two days, or with a refusal, since a reassigned block repeats itself too.
 */
public final class UnsupportedRegion implements KeySignal {
  /** The signal's stable id. */
  public static final String ID = "unsupported-region";

  /** One request may be an accident; with this many, somebody works there. */
  private static final int REPEATED = 3;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, KeyState state, KeyContext context, Consumer<Finding> findings) {
    PlaceSignal settings = context.settings().signals().unsupportedRegion();
    Place place = context.place();
    boolean placed =
        place != null && place.kind() != NetworkKind.DECLARED && place.country() != null;
    boolean refused =
        event.answerClass() == AnswerClass.REGION && event.answeredBy() == AnsweredBy.VENDOR;
    UnsupportedUse use = state.places.unsupported;
    boolean outside =
        placed
            && context.vendor().unsupportedRegions().contains(place.country())
            && use.placed >= settings.requestsBefore();
    if (placed) {
      use.placed++;
    }
    if (!outside && !refused) {
      return;
    }
    long quiet = TimeUnit.HOURS.toMillis(settings.quietHours());
    UnsupportedUse current = remember(state.places, event, outside ? place : null, refused, quiet);
    if (!settings.enabled()) {
      return;
    }
    GeoAge age = GeoAge.at(context, event.endMillis());
    findings.accept(
        new Finding(
            ID,
            severity(current, outside, refused, age),
            current.days,
            event.endMillis(),
            quiet,
            () -> explain(event, state, context, placed, outside, refused, age)));
  }

  private static UnsupportedUse remember(
      PlacesState places, UsageEvent event, Place outside, boolean refused, long quiet) {
    UnsupportedUse use = places.unsupported;
    if (use.requests > 0 && event.endMillis() - use.lastAt > quiet) {
      UnsupportedUse next = new UnsupportedUse();
      next.placed = use.placed;
      places.unsupported = next;
      use = next;
    }
    if (outside != null) {
      if (use.network != 0 && use.network != outside.network()) {
        use.severalNetworks = true;
      }
      use.network = outside.network();
      use.byAccess += outside.kind() == NetworkKind.ACCESS ? 1 : 0;
    }
    use.refusals += refused ? 1 : 0;
    use.seenAt(event.endMillis());
    return use;
  }

  private static Severity severity(
      UnsupportedUse use, boolean outside, boolean refused, GeoAge age) {
    if (outside && refused) {
      return Severity.CRITICAL;
    }
    boolean believed = !age.old() || use.severalNetworks || use.days > 1 || use.refusals > 0;
    return use.byAccess >= REPEATED && believed ? Severity.CRITICAL : Severity.WARNING;
  }

  private static Explanation explain(
      UsageEvent event,
      KeyState state,
      KeyContext context,
      boolean placed,
      boolean outside,
      boolean refused,
      GeoAge age) {
    String vendor = context.vendor().name();
    UnsupportedUse use = state.places.unsupported;
    Place place = context.place();
    List<Fact> evidence = new ArrayList<>();
    evidence.add(Fact.of("observed", (double) use.requests));
    evidence.add(Fact.of("unit", "requests"));
    evidence.add(Fact.of("refusedByVendor", (double) use.refusals));
    if (placed) {
      PlaceWords.addOrigin(evidence, event, place);
    }
    PlaceWords.addHistory(evidence, state, event.endMillis());
    age.addTo(evidence);
    String summary =
        outside
            ? String.format(
                Locale.ROOT,
                "Used in %s through %s, a country that %s does not serve%s",
                PlaceWords.place(place.city(), place.country()),
                PlaceWords.kind(place.kind()),
                vendor,
                refused ? ", and the vendor refused the region" : "")
            : String.format(
                Locale.ROOT,
                "%s refused a request for the region it saw it come from%s",
                vendor,
                placed ? "; the caller was in " + PlaceWords.country(place.country()) : "");
    return new Explanation(
        summary,
        "Vendors name use from a country they do not serve, and offering access to users there, as"
            + " a ground for blocking an account.",
        evidence,
        outside ? callerNextSteps() : egressNextSteps());
  }

  private static List<String> callerNextSteps() {
    return List.of(
        "Ask the key's owner who works there; stop that use until it is settled.",
        "If nobody knows it, rotate the key at the gateway and read its requests since this"
            + " alert's start.",
        "If people must work there, ask the vendor which service they may use.",
        "If the address is a misplaced exit of the company's own, declare it under `networks:` in"
            + " the policy.");
  }

  private static List<String> egressNextSteps() {
    return List.of(
        "Find the address from which the gateway reaches the vendor, its country and network: an"
            + " exit through another country is refused whoever the caller is.",
        "If the company works where the vendor serves and only that exit lies elsewhere, let the"
            + " gateway use the company's own; otherwise ask the vendor which service may be used.",
        "Do not repeat refused requests: they change nothing and are counted.");
  }
}
