package io.banwatch.detect;

import io.banwatch.policy.Growth;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;

/**
 * Passes on what a key does to its account: the first request of a slice at once, the others of the
 * same slice as one sum, since one busy key must not send its account a record for each request.
 * Answers that say something of the account by themselves go along one by one.
 */
final class AccountSums {
  static final long SLICE_MILLIS = 5_000;

  private AccountSums() {}

  static void add(UsageEvent event, KeyState state, Growth growth, KeyDetection.Output out) {
    if (event.answeredBy() != AnsweredBy.VENDOR) {
      return;
    }
    long slice = Math.floorDiv(event.endMillis(), SLICE_MILLIS);
    AccountActivity next =
        AccountActivity.ofRequest(
            event,
            KeyRise.isRising(state.pace, state.firstAt, event.endMillis(), growth),
            AboveRecord.of(state.pace));
    if (slice != state.sumSlice) {
      flush(state, out);
      state.sumSlice = slice;
      out.activity(next);
    } else if (state.sum == null) {
      state.sum = next;
    } else if (state.sum.sameAccountAs(next)) {
      state.sum = state.sum.plus(next);
    } else {
      flush(state, out);
      state.sum = next;
    }
    if (telling(event.answerClass())) {
      out.activity(AccountActivity.ofAnswer(event));
    }
  }

  /** Passes on the sum that waits when its slice is over at {@code now}. */
  static void flushUntil(long now, KeyState state, KeyDetection.Output out) {
    if (flushesAt(state) <= now) {
      flush(state, out);
    }
  }

  /** When the sum that waits is due, or {@link Long#MAX_VALUE}. */
  static long flushesAt(KeyState state) {
    return state.sum == null ? Long.MAX_VALUE : (state.sumSlice + 1) * SLICE_MILLIS;
  }

  static void flush(KeyState state, KeyDetection.Output out) {
    if (state.sum != null) {
      out.activity(state.sum);
      state.sum = null;
    }
  }

  private static boolean telling(AnswerClass answer) {
    return switch (answer) {
      case AUTH, PERMISSION, REGION, CREDENTIAL_MISUSE, SUSPICION, DISABLED -> true;
      case OK,
          REFUSAL,
          RATE_LIMITED,
          ACCELERATION,
          QUOTA,
          BILLING,
          OVERLOADED,
          INVALID_REQUEST,
          TIMEOUT,
          SERVER_ERROR,
          UNKNOWN ->
          false;
    };
  }
}
