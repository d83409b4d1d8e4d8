package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Client;
import io.banwatch.simulate.world.Hashes;
import io.banwatch.simulate.world.Vendor;
import java.util.List;

/** What the stories with subscription tokens share: they need a key of an Anthropic account. */
abstract class Subscriptions extends Story {
  static final double PER_MINUTE = 0.4;
  static final long LASTS = 4 * Time.HOUR;

  Subscriptions(String name, String told, String line) {
    super(name, Reach.KEY, told, line);
  }

  @Override
  public final String lacking(ApiKey key) {
    return key.vendor() == Vendor.ANTHROPIC ? null : "a key of an anthropic account";
  }

  /** The organisation that a person's own subscription belongs to. */
  static String organisation(Stage stage, String person) {
    return Hashes.uuid("subscription of " + person + " " + stage.key().hash());
  }

  @Override
  public final List<String> nearMissOf() {
    return signals().isEmpty() ? List.of("subscription-misuse") : List.of();
  }

  /** Turns a request into one that a subscription pays. */
  static void pay(Stage stage, Request request, Client client, String person) {
    request.failure = null;
    request.client = client;
    request.user = person;
    request.subscription = organisation(stage, person);
  }
}
