package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.world.Client;
import java.util.List;

/** Someone's own subscription in the vendor's own client, from the usual place. */
final class SubscriptionGenuine extends Subscriptions {
  SubscriptionGenuine() {
    super(
        "subscription-genuine",
        "one's own subscription in the vendor's own client",
        "a subscription token sent by claude-cli from the usual address, a request every 150 seconds"
            + " for 4 hours");
  }

  @Override
  public List<String> signals() {
    return List.of();
  }

  @Override
  public Part part(Stage stage) {
    return Part.adding(
        stage.steady(
            stage.at(),
            stage.at() + LASTS,
            PER_MINUTE,
            request -> pay(stage, request, Client.CLAUDE_CLI, stage.key().user())));
  }
}
