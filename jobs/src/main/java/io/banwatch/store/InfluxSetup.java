package io.banwatch.store;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.exceptions.InfluxException;
import io.banwatch.alert.PlainText;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Makes in InfluxDB what points want: places to be in, how long they stay, and downsampling. */
public final class InfluxSetup {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int LONGEST_WORDS = 300;

  private InfluxSetup() {}

  /**
   * Makes what is missing; what is there stays.
   *
   * @param environment for the token
   * @param fill whether points of five minutes are made of all that is there
   * @param said hears what was done, a sentence each
   * @throws StoreException when InfluxDB is away or refuses; the message says what to do
   */
  public static void run(
      InfluxAddress address, Map<String, String> environment, boolean fill, Consumer<String> said)
      throws StoreException {
    InfluxQl influxQl = new InfluxQl(address, environment);
    if (!influxQl.isSecond()) {
      new FirstSetup(address, influxQl, said).run(fill);
      return;
    }
    if (!address.hasOrg()) {
      throw new StoreException(
          address.server()
              + " is InfluxDB 2.x: name the organisation in "
              + InfluxAddress.ORG
              + " and the token in "
              + InfluxAddress.TOKEN);
    }
    try (InfluxDBClient client = InfluxClient.connect(address, environment, LONGEST)) {
      new SecondSetup(address, client, influxQl, said).run(fill);
    } catch (InfluxException e) {
      throw new StoreException(
          "InfluxDB at "
              + address.server()
              + " refuses ("
              + e.status()
              + " "
              + PlainText.of(ServerWords.of(e), LONGEST_WORDS)
              + "). May the token in "
              + InfluxAddress.TOKEN
              + " make buckets and tasks of "
              + address.org()
              + "?");
    }
  }
}
