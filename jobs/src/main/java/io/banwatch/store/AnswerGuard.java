package io.banwatch.store;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Lets pass only what InfluxDB answers. Without it a login page, which comes with status 200, would
 * be taken for points that are stored.
 */
final class AnswerGuard implements Interceptor {
  private static final String VERSION = "X-Influxdb-Version";
  private static final String WRITE = "/api/v2/write";
  private static final int NO_CONTENT = 204;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Response response = chain.proceed(request);
    if (isInfluxDbs(request, response)) {
      return response;
    }
    try (response) {
      throw ForeignAnswer.of(request, response);
    }
  }

  private static boolean isInfluxDbs(Request request, Response response) {
    if (response.isRedirect()) {
      return false;
    }
    if (response.isSuccessful() && request.url().encodedPath().endsWith(WRITE)) {
      return response.code() == NO_CONTENT;
    }
    return response.code() == NO_CONTENT
        || response.header(VERSION) != null
        || isJson(response.body().contentType());
  }

  private static boolean isJson(MediaType type) {
    return type != null && type.subtype().equals("json");
  }
}
