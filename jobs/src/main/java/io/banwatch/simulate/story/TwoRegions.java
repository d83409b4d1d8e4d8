package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.world.Network;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A service that runs in two regions, and has since the log began. */
final class TwoRegions extends Story {
  TwoRegions() {
    super(
        "two-regions",
        Reach.KEY,
        "a service in two regions, as always",
        "every other request comes from Singapore, since the log began; the time before is history");
  }

  @Override
  public List<String> signals() {
    return List.of();
  }

  @Override
  public List<String> nearMissOf() {
    return List.of("impossible-travel", "new-network", "new-country");
  }

  @Override
  public Part part(Stage stage) {
    UniformRandomProvider region = stage.random("region");
    String singapore = stage.address(Network.SINGAPORE_AWS);
    return Part.changing(
        request -> {
          if (region.nextBoolean()) {
            request.address = singapore;
          }
          return request.start < stage.at() ? request : stage.touch(request);
        });
  }
}
