package io.banwatch.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Settings of every signal, under the signal's id. */
public record Signals(
    @JsonProperty("request-surge") PaceSignal requestSurge,
    @JsonProperty("token-burst") PaceSignal tokenBurst,
    @JsonProperty("new-country") PlaceSignal newCountry,
    @JsonProperty("unsupported-region") PlaceSignal unsupportedRegion,
    @JsonProperty("impossible-travel") TravelSignal impossibleTravel,
    @JsonProperty("new-network") PlaceSignal newNetwork,
    @JsonProperty("subscription-misuse") SubscriptionSignal subscriptionMisuse,
    @JsonProperty("account-disabled") DisabledSignal accountDisabled,
    @JsonProperty("auth-failures") AuthenticationSignal authFailures,
    @JsonProperty("feed-silent") SilenceSignal feedSilent,
    @JsonProperty("feed-unreadable") UnreadableSignal feedUnreadable,
    @JsonProperty("address-useless") AddressSignal addressUseless) {}
