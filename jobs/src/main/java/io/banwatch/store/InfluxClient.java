package io.banwatch.store;

import com.influxdb.LogLevel;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/**
 * Writes by InfluxDB's own client, whose blocking API neither repeats nor loses anything. {@code
 * /api/v2/write} is spoken by InfluxDB 1.8 and later alike.
 */
final class InfluxClient implements InfluxApi {
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final InfluxAddress address;
  private final InfluxDBClient client;
  private final WriteApiBlocking writing;

  private InfluxClient(InfluxAddress address, InfluxDBClient client) {
    this.address = address;
    this.client = client;
    this.writing = client.getWriteApiBlocking();
  }

  /**
   * A client.
   *
   * @param environment for the token
   * @param longest how long an answer may take
   */
  static InfluxClient of(InfluxAddress address, Map<String, String> environment, Duration longest) {
    InfluxDBClient client = connect(address, environment, longest);
    client.enableGzip();
    return new InfluxClient(address, client);
  }

  /** The library's client, for what is not writing. */
  static InfluxDBClient connect(
      InfluxAddress address, Map<String, String> environment, Duration longest) {
    OkHttpClient.Builder http = http(longest);
    InfluxDBClientOptions.Builder options =
        InfluxDBClientOptions.builder()
            .url(address.server())
            .org(address.org())
            .bucket(address.database())
            .logLevel(LogLevel.NONE)
            .okHttpClient(http);
    String token = environment.get(InfluxAddress.TOKEN);
    if (token != null && !token.isEmpty()) {
      options.authenticateToken(token.toCharArray());
    }
    return InfluxDBClientFactory.create(options.build());
  }

  /**
   * What every call to InfluxDB goes by. A redirection is not followed: it would carry the token to
   * where nobody sent it.
   *
   * @param longest how long an answer may take, to its last byte
   */
  static OkHttpClient.Builder http(Duration longest) {
    return new OkHttpClient.Builder()
        .connectTimeout(longest.compareTo(CONNECTING) < 0 ? longest : CONNECTING)
        .readTimeout(longest)
        .writeTimeout(longest)
        .callTimeout(longest)
        .followRedirects(false)
        .addInterceptor(new AnswerGuard());
  }

  @Override
  public WriteAnswer write(String bucket, List<InfluxLine> lines) {
    String body = lines.stream().map(InfluxLine::text).collect(Collectors.joining("\n"));
    try {
      writing.writeRecord(bucket, address.org(), WritePrecision.MS, body);
      return WriteAnswer.STORED;
    } catch (InfluxException e) {
      return answer(e, address);
    }
  }

  private static WriteAnswer answer(InfluxException thrown, InfluxAddress address) {
    if (thrown.getCause() instanceof ForeignAnswer foreign) {
      return AnswerRules.of(foreign, address);
    }
    if (thrown.status() == 0) {
      IOException cause =
          thrown.getCause() instanceof IOException io ? io : new IOException(thrown);
      return AnswerRules.of(NoAnswer.of(cause, address), address);
    }
    return AnswerRules.of(
        thrown.status(), ServerWords.of(thrown), thrown.headers().get("Retry-After"), address);
  }

  @Override
  public void close() {
    client.close();
  }
}
