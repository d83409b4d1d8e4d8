package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Network;
import java.util.List;

/** Requests from a country that the key never used, after a night. */
final class NewCountry extends Excursion {
  NewCountry() {
    super(
        "new-country",
        "requests from a country it never used",
        "silent for 15 hours, then 8 hours from Warsaw",
        15 * Time.HOUR,
        8 * Time.HOUR);
  }

  @Override
  public List<String> signals() {
    return List.of("new-country");
  }

  @Override
  Network destination(ApiKey key) {
    return Network.WARSAW_UPC;
  }
}
