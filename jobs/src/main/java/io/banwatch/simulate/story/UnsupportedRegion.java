package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Network;
import java.util.List;

/** Requests from a country that neither vendor serves, after a night. */
final class UnsupportedRegion extends Excursion {
  UnsupportedRegion() {
    super(
        "unsupported-region",
        "requests from a country that the vendor does not serve",
        "silent for 15 hours, then 4 hours from Moscow",
        15 * Time.HOUR,
        4 * Time.HOUR);
  }

  @Override
  public List<String> signals() {
    return List.of("unsupported-region");
  }

  @Override
  Network destination(ApiKey key) {
    return Network.MOSCOW_ROSTELECOM;
  }
}
