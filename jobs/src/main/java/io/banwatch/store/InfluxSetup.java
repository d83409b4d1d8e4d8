package io.banwatch.store;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.exceptions.InfluxException;
import java.util.Map;
import java.util.function.Consumer;

/** Makes in InfluxDB what points want: places to be in, how long they stay, and downsampling. */
public final class InfluxSetup {
  private final InfluxAddress address;
  private final Map<String, String> environment;
  private final AnswerTimes times;
  private final InfluxQl influxQl;
  private final ServerLine line;

  private InfluxSetup(
      InfluxAddress address,
      Map<String, String> environment,
      AnswerTimes times,
      InfluxQl influxQl,
      ServerLine line) {
    this.address = address;
    this.environment = environment;
    this.times = times;
    this.influxQl = influxQl;
    this.line = line;
  }

  /**
   * Looks whether there is an InfluxDB that knows the token. Changes nothing.
   *
   * @param environment for the token
   * @throws StoreException when there is none, or it does not answer; the message says what to do
   */
  public static InfluxSetup at(InfluxAddress address, Map<String, String> environment)
      throws StoreException {
    return at(address, environment, AnswerTimes.STANDARD);
  }

  static InfluxSetup at(InfluxAddress address, Map<String, String> environment, AnswerTimes times)
      throws StoreException {
    InfluxQl influxQl = new InfluxQl(address, environment, times.usual());
    ServerLine line = influxQl.line();
    switch (line) {
      case FIRST -> influxQl.rows("SHOW DATABASES");
      case SECOND -> checkOrganisation(address, environment, times);
      case SECOND_NOT_SET_UP ->
          throw new StoreException(
              "InfluxDB at "
                  + address.server()
                  + " is new: it has no organisation and no token yet. Open it in a browser, or run"
                  + " `influx setup`, then name them in "
                  + InfluxAddress.ORG
                  + " and "
                  + InfluxAddress.TOKEN);
    }
    return new InfluxSetup(address, environment, times, influxQl, line);
  }

  private static void checkOrganisation(
      InfluxAddress address, Map<String, String> environment, AnswerTimes times)
      throws StoreException {
    if (!address.hasOrg()) {
      throw new StoreException(
          address.server()
              + " is InfluxDB 2.x: name the organisation in "
              + InfluxAddress.ORG
              + " and the token in "
              + InfluxAddress.TOKEN);
    }
    try (InfluxDBClient client = InfluxClient.connect(address, environment, times.usual())) {
      SecondSetup.organisation(client, address);
    } catch (InfluxException e) {
      throw SetupFailure.of(e, address);
    }
  }

  /**
   * Makes what is missing; what is there stays.
   *
   * @param fill whether points of five minutes are made of all that is there
   * @param said hears what was done, a sentence each
   * @throws StoreException when InfluxDB is away or refuses; the message says what to do
   */
  public void run(boolean fill, Consumer<String> said) throws StoreException {
    if (line == ServerLine.FIRST) {
      FirstSetup setup = new FirstSetup(address, influxQl, said);
      String raw = setup.make();
      if (fill) {
        setup.fill(raw, new InfluxQl(address, environment, times.filling()));
      }
      return;
    }
    try (SecondSetup setup = new SecondSetup(address, environment, times, influxQl, said)) {
      setup.make();
      if (fill) {
        setup.fill();
      }
    } catch (InfluxException e) {
      throw SetupFailure.of(e, address);
    }
  }
}
