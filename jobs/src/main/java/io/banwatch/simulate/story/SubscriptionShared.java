package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.world.Client;
import io.banwatch.simulate.world.Network;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** One gateway key with the subscription tokens of several people. */
final class SubscriptionShared extends Subscriptions {
  private static final List<Network> HOMES =
      List.of(
          Network.BERLIN_VODAFONE,
          Network.MUNICH_TELEKOM,
          Network.BERLIN_OFFICE,
          Network.BERLIN_TELEKOM);

  SubscriptionShared() {
    super(
        "subscription-shared",
        "four people's subscriptions behind one key",
        "subscription tokens of four users from four addresses, sent by claude-cli, a request every"
            + " 150 seconds for 4 hours");
  }

  @Override
  public List<String> signals() {
    return List.of("subscription-misuse");
  }

  @Override
  public Part part(Stage stage) {
    UniformRandomProvider people = stage.random("people");
    List<String> addresses = HOMES.stream().map(stage::address).toList();
    return Part.adding(
        stage.steady(
            stage.at(),
            stage.at() + LASTS,
            PER_MINUTE,
            request -> {
              int person = people.nextInt(HOMES.size());
              pay(stage, request, Client.CLAUDE_CLI, "colleague-" + (person + 1));
              request.address = addresses.get(person);
            }));
  }
}
