package io.banwatch.inspect;

import io.banwatch.detect.AccountDisabled;
import io.banwatch.detect.AuthFailures;
import io.banwatch.detect.ImpossibleTravel;
import io.banwatch.detect.NewCountry;
import io.banwatch.detect.NewNetwork;
import io.banwatch.detect.RequestSurge;
import io.banwatch.detect.SubscriptionMisuse;
import io.banwatch.detect.TokenBurst;
import io.banwatch.detect.UnsupportedRegion;
import io.banwatch.usage.Credential;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.List;

/** What signals and dashboards need to find in a record, and logs may lack. */
public enum Field {
  /** Whose key it was: without, all keys are one. */
  KEY("key"),
  /** Who pays at the vendor: without, all accounts of a vendor are one. */
  ACCOUNT("account"),
  /** What a good answer used. */
  TOKENS("tokens"),
  /** A public address of the caller. */
  ADDRESS("caller's address"),
  /** The client's user agent. */
  CLIENT("client"),
  /** Whether a person's subscription token paid. */
  CREDENTIAL("credential's kind"),
  /** What the vendor said of its rate limits: no signal needs it. */
  RATE_LIMITS("vendor's rate limits");

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /** The field's name for people. */
  public String word() {
    return word;
  }

  /** The ids of the signals that see less without it. */
  public List<String> signals() {
    return switch (this) {
      case KEY ->
          List.of(
              RequestSurge.ID,
              TokenBurst.ID,
              NewCountry.ID,
              UnsupportedRegion.ID,
              ImpossibleTravel.ID,
              NewNetwork.ID,
              SubscriptionMisuse.ID);
      case ACCOUNT -> List.of(AccountDisabled.ID, AuthFailures.ID, RequestSurge.ID, TokenBurst.ID);
      case TOKENS -> List.of(TokenBurst.ID);
      case ADDRESS ->
          List.of(
              NewCountry.ID,
              UnsupportedRegion.ID,
              ImpossibleTravel.ID,
              NewNetwork.ID,
              SubscriptionMisuse.ID);
      case CLIENT, CREDENTIAL -> List.of(SubscriptionMisuse.ID);
      case RATE_LIMITS -> List.of();
    };
  }

  /**
   * Whether it is enough that some records have it: of limits that come now and then the nearness
   * is known as well, and no stream of LiteLLM's carries them.
   */
  boolean isEnoughInSome() {
    return this == RATE_LIMITS;
  }

  /** Whether a record can be expected to have it. */
  boolean isExpected(UsageEvent event) {
    boolean byVendor = event.answeredBy() == AnsweredBy.VENDOR;
    return switch (this) {
      case KEY, ADDRESS, CLIENT, CREDENTIAL -> true;
      case ACCOUNT -> byVendor;
      case TOKENS, RATE_LIMITS -> byVendor && event.answerClass() == AnswerClass.OK;
    };
  }

  /**
   * Whether the record has it.
   *
   * @param publicAddress whether its address is a public one
   */
  boolean isPresent(UsageEvent event, boolean publicAddress) {
    return switch (this) {
      case KEY -> !event.key().equals(UsageEvent.UNKNOWN);
      case ACCOUNT -> event.account() != null && !event.accountUnknown();
      case TOKENS -> !event.tokens().equals(Tokens.NONE);
      case ADDRESS -> publicAddress;
      case CLIENT -> event.client() != null;
      case CREDENTIAL -> event.credential() != Credential.UNKNOWN;
      case RATE_LIMITS -> event.rateLimits() != null;
    };
  }
}
