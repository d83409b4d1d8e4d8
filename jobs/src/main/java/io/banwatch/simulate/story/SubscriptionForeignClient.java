package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.world.Client;
import java.util.List;

/** Someone's subscription token in a client that is not the vendor's own. */
final class SubscriptionForeignClient extends Subscriptions {
  SubscriptionForeignClient() {
    super(
        "subscription-foreign-client",
        "a private subscription in a foreign client",
        "a subscription token sent by opencode, a request every 150 seconds for 4 hours");
  }

  @Override
  public List<String> signals() {
    return List.of("subscription-misuse");
  }

  @Override
  public Part part(Stage stage) {
    return Part.adding(
        stage.steady(
            stage.at(),
            stage.at() + LASTS,
            PER_MINUTE,
            request -> pay(stage, request, Client.OPENCODE, stage.key().user())));
  }
}
