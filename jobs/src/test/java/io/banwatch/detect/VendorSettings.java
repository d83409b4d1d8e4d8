package io.banwatch.detect;

import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.policy.AuthenticationSignal;
import io.banwatch.policy.DisabledSignal;
import io.banwatch.policy.Settings;
import io.banwatch.policy.Signals;
import io.banwatch.policy.SubscriptionSignal;
import io.banwatch.vendor.VendorProfiles;
import java.time.Instant;

/** Contexts for the signals that look at the vendor's answers and credentials. */
final class VendorSettings {
  static final AuthenticationSignal AUTHENTICATION = new AuthenticationSignal(true, 5, 0.3, 10, 30);
  static final SubscriptionSignal SUBSCRIPTION = new SubscriptionSignal(true, 2, 5, 24, 24);

  private VendorSettings() {}

  static AccountContext account(DisabledSignal disabled, AuthenticationSignal authentication) {
    Settings settings = settings(SUBSCRIPTION, disabled, authentication);
    return new AccountContext(settings, VendorProfiles.builtIn().of("anthropic"));
  }

  static AccountContext account() {
    return account(new DisabledSignal(true), AUTHENTICATION);
  }

  static KeyContext key(String vendor, SubscriptionSignal subscription, NetworkKind network) {
    Place place = new Place("GB", "London", 51.5, -0.1, 10, 1, "A", network, false);
    return new KeyContext(
        settings(subscription, new DisabledSignal(true), AUTHENTICATION),
        VendorProfiles.builtIn().of(vendor),
        network == null ? null : place,
        false,
        Instant.EPOCH);
  }

  static KeyContext key() {
    return key("anthropic", SUBSCRIPTION, NetworkKind.ACCESS);
  }

  private static Settings settings(
      SubscriptionSignal subscription,
      DisabledSignal disabled,
      AuthenticationSignal authentication) {
    Signals signals =
        new Signals(
            null,
            null,
            null,
            null,
            null,
            null,
            subscription,
            disabled,
            authentication,
            null,
            null,
            null);
    return new Settings(signals, null, null, null);
  }
}
