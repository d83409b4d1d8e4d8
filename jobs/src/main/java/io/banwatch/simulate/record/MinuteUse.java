package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.Account;
import java.util.HashMap;
import java.util.Map;

/**
 * What each account has used of each model in the minute that runs, as its vendor counts: the
 * limits begin anew with every minute.
 */
final class MinuteUse {
  private static final long TOKENS_A_MINUTE =
      Account.INPUT_TOKENS_A_MINUTE + Account.OUTPUT_TOKENS_A_MINUTE;

  private final Map<String, Use> uses = new HashMap<>();

  /** Counts a request that was answered. */
  void count(Request request) {
    Use use = of(request);
    use.requests++;
    use.tokens += request.promptTokens() - request.cacheRead + request.output;
  }

  /** Writes what a request's answer says is left, with a comma behind it. */
  void write(Request request, JsonBuffer json) {
    Use use = of(request);
    json.raw("\"x_ratelimit_limit_requests\":").number(Account.REQUESTS_A_MINUTE);
    json.raw(",\"x_ratelimit_limit_tokens\":").number(TOKENS_A_MINUTE);
    json.raw(",\"x_ratelimit_remaining_requests\":");
    json.number(Math.max(0, Account.REQUESTS_A_MINUTE - use.requests));
    json.raw(",\"x_ratelimit_remaining_tokens\":");
    json.number(Math.max(0, TOKENS_A_MINUTE - use.tokens)).raw(",");
  }

  private Use of(Request request) {
    String name = RecordFormat.organisation(request) + ' ' + request.model.vendorName();
    Use use = uses.computeIfAbsent(name, none -> new Use());
    long minute = request.start / Time.MINUTE;
    if (use.minute != minute) {
      use.minute = minute;
      use.requests = 0;
      use.tokens = 0;
    }
    return use;
  }

  private static final class Use {
    private long minute;
    private long requests;
    private long tokens;
  }
}
