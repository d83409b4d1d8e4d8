package io.banwatch.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.metric.Measurement;
import java.util.List;

/** Finds what somebody else stores in the same database, where it must not begin to expire. */
final class ForeignMeasurements {
  private final String database;
  private final InfluxQl influxQl;

  ForeignMeasurements(String database, InfluxQl influxQl) {
    this.database = database;
    this.influxQl = influxQl;
  }

  /**
   * Looks.
   *
   * @throws StoreException when there is any
   */
  void refuse() throws StoreException {
    List<String> foreign =
        influxQl.rows("SHOW MEASUREMENTS ON \"" + database + "\"").stream()
            .map((JsonNode row) -> row.path(0).asText())
            .filter(name -> Measurement.of(name).isEmpty())
            .toList();
    if (!foreign.isEmpty()) {
      throw new StoreException(
          "database "
              + database
              + " keeps everything for ever, and holds what is not Banwatch's ("
              + String.join(", ", foreign.subList(0, Math.min(3, foreign.size())))
              + "), which would begin to expire. Name a database of its own, or give this one a"
              + " retention yourself.");
    }
  }
}
