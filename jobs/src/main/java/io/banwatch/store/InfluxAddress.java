package io.banwatch.store;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which database of which InfluxDB. Holds no credential: the token is read from the environment
 * where it is used.
 *
 * @param server for example {@code http://localhost:8086}
 * @param database the database of InfluxDB 1.x, the bucket of 2.x
 * @param org the organisation of 2.x, or {@code -} where none was named
 */
public record InfluxAddress(String server, String database, String org) implements Serializable {
  /** Holds the token; {@code user:password} for InfluxDB 1.x with authentication. */
  public static final String TOKEN = "BANWATCH_INFLUX_TOKEN";

  /** Holds the organisation of InfluxDB 2.x. */
  public static final String ORG = "BANWATCH_INFLUX_ORG";

  /** What InfluxDB 1.x takes for an organisation, which it does not know. */
  private static final String NO_ORG = "-";

  /** Where whatever shall be kept for long stands, beside the database's default. */
  private static final String HISTORY = "history";

  /** What is quoted in queries and written to shells and dashboards without another thought. */
  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_][\\p{Alnum}_.-]{0,127}");

  /**
   * Reads {@code http://HOST:PORT/DATABASE_OR_BUCKET}.
   *
   * @param url as a person gave it
   * @param environment for {@link #ORG}
   * @throws IllegalArgumentException when it is none; the message says what to do
   */
  public static InfluxAddress parse(String url, Map<String, String> environment) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw wrong("it is no URL");
    }
    if (uri.getRawUserInfo() != null) {
      throw wrong("it holds a password; put it into " + TOKEN + ", as user:password");
    }
    if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
      throw wrong("it does not begin with http:// or https://");
    }
    if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw wrong("it names no host, or says more than host, port and database");
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    String database = path.startsWith("/") ? path.substring(1) : path;
    if (!NAME.matcher(database).matches()) {
      throw wrong("it names no database or bucket (letters, digits, . _ and -)");
    }
    String server = uri.getScheme() + "://" + uri.getRawAuthority();
    String org = environment.getOrDefault(ORG, "").strip();
    return new InfluxAddress(server, database, org.isEmpty() ? NO_ORG : org);
  }

  private static IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(
        "--influx: " + why + "; expected http://HOST:PORT/DATABASE_OR_BUCKET");
  }

  /** Where alerts are kept for long: a retention policy of 1.x, a bucket of 2.x. */
  String history() {
    return database + "/" + HISTORY;
  }

  /** The retention policy of {@link #history()}. */
  static String historyPolicy() {
    return HISTORY;
  }

  /** Whether an organisation was named. */
  boolean hasOrg() {
    return !org.equals(NO_ORG);
  }

  @Override
  public String toString() {
    return server + "/" + database;
  }
}
