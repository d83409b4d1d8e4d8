package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.Vendor;

/** The field {@code cost_breakdown}: what a request cost, in US dollars; null when it failed. */
final class Cost {
  private static final double MILLION = 1e6;

  private Cost() {}

  static void write(Request request, JsonBuffer json) {
    json.raw(",\"cost_breakdown\":");
    if (request.failure != null) {
      json.raw("null");
      return;
    }
    double total = request.cost();
    double output = request.output * request.model.outputPrice() / MILLION;
    double read = request.cacheRead * request.model.cacheReadPrice() / MILLION;
    double written = request.cacheWrite * request.model.cacheWritePrice() / MILLION;
    json.raw("{\"input_cost\":").decimal(total - output);
    json.raw(",\"output_cost\":").decimal(output);
    json.raw(",\"total_cost\":").decimal(total);
    json.raw(",\"tool_usage_cost\":0.0,\"service_tier\":null,\"data_residency\":null,");
    json.raw("\"vertex_location\":null,\"cache_read_cost\":").decimal(read);
    if (request.key.vendor() == Vendor.ANTHROPIC) {
      json.raw(",\"cache_creation_cost\":").decimal(written);
    } else {
      json.raw(",\"reasoning_cost\":").decimal(output / 4);
    }
    json.raw(",\"original_cost\":").decimal(total);
    json.raw(",\"discount_percent\":0.0,\"discount_amount\":0.0,\"margin_percent\":0.0,");
    json.raw("\"margin_fixed_amount\":0.0,\"margin_total_amount\":0.0}");
  }
}
