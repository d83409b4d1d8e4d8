package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Time;
import java.util.List;

/** The vendor no longer accepts the credential behind a key, whose program goes on calling. */
final class AuthFailures extends Story {
  private static final long LASTS = 45 * Time.MINUTE;
  private static final double PER_MINUTE = 3;

  AuthFailures() {
    super(
        "auth-failures",
        Reach.KEY,
        "a credential the vendor no longer accepts",
        "every request is answered 401 for 45 minutes, and a loop adds 3 a minute");
  }

  @Override
  public List<String> signals() {
    return List.of("auth-failures");
  }

  @Override
  public Part part(Stage stage) {
    long end = stage.at() + LASTS;
    return new Part(
        List.of(
            stage.steady(
                stage.at(), end, PER_MINUTE, request -> request.failure = Failure.AUTHENTICATION)),
        request -> {
          if (request.start < stage.at() || request.start >= end) {
            return request;
          }
          request.failure = Failure.AUTHENTICATION;
          return stage.touch(request);
        });
  }
}
