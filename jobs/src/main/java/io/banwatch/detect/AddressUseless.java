package io.banwatch.detect;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.Address;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.place.PlaceLookup;
import io.banwatch.policy.AddressSignal;
import io.banwatch.policy.Settings;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code address-useless}: every caller of a day has the same public address, a private one, or
 * none. Most often the gateway logs its load balancer. Info only: a company behind one address is
 * no danger, it merely cannot be told from a thief.
 */
public final class AddressUseless implements FeedSignal {
  /** The signal's stable id. */
  public static final String ID = "address-useless";

  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final PlaceLookup places;
  private final String format;

  /**
   * @param places tells public addresses from others
   * @param format the name of the gateway's format, or null when each record tells its own
   */
  public AddressUseless(PlaceLookup places, String format) {
    this.places = places;
    this.format = format;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void observe(
      UsageEvent event, FeedState state, Settings settings, Consumer<Finding> findings) {
    AddressUseState seen = state.addresses;
    AddressSignal signal = settings.signals().addressUseless();
    long at = event.endMillis();
    boolean settled = at < seen.settledUntil;
    if (!signal.enabled() || (settled && !seen.told)) {
      return;
    }
    if (at >= seen.since + DAY) {
      seen.begin(at);
    }
    if (tellsCallersApart(event, seen)) {
      seen.told = false;
      seen.since = 0;
      seen.settledUntil = Math.max(seen.settledUntil, at + DAY);
      return;
    }
    seen.keys.see(event.identity(), at, signal.keys());
    if (!settled
        && seen.requests >= signal.requests()
        && seen.keys.values.length >= signal.keys()) {
      seen.told = true;
      seen.settledUntil = at + DAY;
      findings.accept(
          new Finding(ID, Severity.INFO, 1, at, 2 * DAY, () -> explanation(seen, signal)));
    }
  }

  @Override
  public String resolves(UsageEvent event, FeedState state, Settings settings) {
    return state.addresses.told ? null : "Callers have addresses of their own again";
  }

  /** Notes one address; a second public one, or a declared one, tells something of a caller. */
  private boolean tellsCallersApart(UsageEvent event, AddressUseState seen) {
    seen.requests++;
    if (event.address() == null) {
      seen.without++;
      return false;
    }
    if (event.address().equals(seen.only)) {
      return false;
    }
    Place place = places.find(event.address());
    if (place == null) {
      return false;
    }
    if (!seen.only.isEmpty() || place.kind() == NetworkKind.DECLARED) {
      return true;
    }
    seen.only = event.address();
    return false;
  }

  private Explanation explanation(AddressUseState seen, AddressSignal signal) {
    String what =
        seen.only.isEmpty()
            ? seen.without == seen.requests ? "no address" : "no public address"
            : "the same public address or none";
    return new Explanation(
        String.format(
            Locale.ROOT,
            "All callers have %s: %d requests of %d keys or more",
            what,
            seen.requests,
            signal.keys()),
        "Signals about places see nothing of a stolen or shared key while every caller seems to sit"
            + " where the gateway's load balancer stands.",
        List.of(
            Fact.of("observed", seen.requests),
            Fact.of("threshold", signal.requests()),
            Fact.of("unit", "requests"),
            Fact.of("keys", signal.keys()),
            Fact.of("withoutAddress", seen.without),
            Fact.of("addressBlock", Address.parse(seen.only).map(Address::block).orElse(null))),
        List.of(
            setting(),
            "If one public address is right (an office, a NAT), declare it under networks in the"
                + " policy: it then counts as known, and this alert stays away.",
            "If callers really have private addresses only, or none, switch this signal off: its"
                + " enabled: false in the policy.",
            "A proxy with a public address of its own belongs under gateway.trustedProxies in the"
                + " policy."));
  }

  private String setting() {
    if ("nginx".equals(format)) {
      return "Let nginx log the caller: set_real_ip_from YOUR_PROXIES and real_ip_header"
          + " X-Forwarded-For (ngx_http_realip_module).";
    }
    if ("envoy-ai-gateway".equals(format)) {
      return "Let Envoy see the caller: use_remote_address: true and xff_num_trusted_hops for the"
          + " proxies before it.";
    }
    if (format == null || "auto".equals(format) || "litellm".equals(format)) {
      return "Let LiteLLM log the caller: general_settings.use_x_forwarded_for: true.";
    }
    return "Let the gateway log the forwarded-for list, and name that field in the mapping.";
  }
}
