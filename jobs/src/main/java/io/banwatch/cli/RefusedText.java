package io.banwatch.cli;

import io.banwatch.store.InfluxAddress;
import io.banwatch.store.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which points InfluxDB did not take, why, and the way out. */
final class RefusedText {
  private RefusedText() {}

  /** One line for each reason. */
  static List<String> of(Map<Refusal, Long> refused, InfluxAddress address) {
    List<String> lines = new ArrayList<>();
    refused.forEach(
        (why, count) ->
            lines.add(
                "store: "
                    + Amount.count(count, "point")
                    + (count == 1 ? " was" : " were")
                    + " refused: "
                    + reason(why, address)));
    return lines;
  }

  private static String reason(Refusal why, InfluxAddress address) {
    return switch (why) {
      case TOO_OLD ->
          "older than "
              + address.database()
              + " keeps points (14 days, where banwatch store setup made it). To look at them,"
              + " store them where they stay: a database of its own (InfluxDB 1.x: CREATE DATABASE"
              + " past; 2.x: influx bucket create --name past), without setup, and then --influx "
              + address.server()
              + "/past";
      case TYPE_CONFLICT ->
          "a field has another type there, as somebody wrote it first. Store in a database that"
              + " nobody else writes to";
      case OTHER -> "InfluxDB does not take such lines; its words are above";
    };
  }
}
