package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.Hashes;
import java.util.HashMap;
import java.util.Map;

/** The gateway's ids of its deployments: a hash of model and upstream credential. */
final class Deployments {
  private final Map<String, String> ids = new HashMap<>();

  /** The id of the deployment that served a request. */
  String of(Request request) {
    String name = request.model.vendorName() + " of " + request.key.account().organisation();
    return ids.computeIfAbsent(name, Hashes::sha256);
  }
}
