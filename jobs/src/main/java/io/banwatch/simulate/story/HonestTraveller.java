package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Network;
import java.util.List;

/** Someone flies, and takes a day for it. */
final class HonestTraveller extends Excursion {
  HonestTraveller() {
    super(
        "traveller-honest",
        "a business trip with a day between the cities",
        "silent for a day, two days in New York (from Berlin for who lives there), silent for a day",
        Time.DAY,
        2 * Time.DAY);
  }

  @Override
  public List<String> signals() {
    return List.of();
  }

  @Override
  public List<String> nearMissOf() {
    return List.of("impossible-travel");
  }

  @Override
  Network destination(ApiKey key) {
    return key.home().city().equals("New York") ? Network.BERLIN_TELEKOM : Network.NEW_YORK_CHARTER;
  }
}
