package io.banwatch.store;

import com.influxdb.client.InfluxDBClient;
import io.banwatch.metric.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Points of five minutes of a past time, by the queries that {@code store setup} leaves behind. The
 * setup itself would bound how long points are kept, and so lose those of a week that is fixed.
 */
public final class StoredHistory {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofDays(1);

  private final InfluxAddress address;
  private final Map<String, String> credentials;
  private final InfluxQl influxQl;

  /**
   * The history of a database or bucket.
   *
   * @param url {@code http://HOST:PORT/DATABASE_OR_BUCKET}
   * @param credentials as in a command's environment
   */
  public StoredHistory(String url, Map<String, String> credentials) throws StoreException {
    this.address = InfluxAddress.parse(url, credentials);
    this.credentials = credentials;
    this.influxQl = new InfluxQl(address, credentials, LONGEST);
  }

  /** Makes its place, with nothing in it. */
  public void make() throws StoreException {
    if (influxQl.line() == ServerLine.FIRST) {
      influxQl.rows(
          "CREATE RETENTION POLICY \"%s\" ON \"%s\" DURATION INF REPLICATION 1"
              .formatted(InfluxAddress.historyPolicy(), address.database()));
      return;
    }
    try (InfluxDBClient client = InfluxClient.connect(address, credentials, LONGEST)) {
      client
          .getBucketsApi()
          .createBucket(
              address.history(), client.getOrganizationsApi().findOrganizations().get(0).getId());
    }
  }

  /** Fills it with what the database holds of some days. */
  public void fill(Instant from, Instant to) throws StoreException {
    if (influxQl.line() == ServerLine.SECOND) {
      try (InfluxDBClient client = InfluxClient.connect(address, credentials, LONGEST)) {
        for (Measurement measurement : Downsampling.measurements()) {
          String range = "start: " + from + ", stop: " + to;
          client.getQueryApi().queryRaw(Downsampling.flux(address, measurement, range));
        }
      }
      return;
    }
    for (Instant day = from; day.isBefore(to); day = day.plus(DAY)) {
      String where = "WHERE time >= '%s' AND time < '%s'".formatted(day, day.plus(DAY));
      for (Measurement measurement : Downsampling.measurements()) {
        influxQl.rows(Downsampling.influxQl(address.database(), "autogen", measurement, where));
      }
    }
  }
}
