package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecordTextPropertiesTest {
  private static final String ACTING = "\\p{Cntrl}|[\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e]";
  private static final int LONGEST_LINE = 260;

  @Property
  void whateverALogHoldsNoLineActsAndNoneIsLong(@ForAll String text) {
    Position position = new Position(text, 7, 9, -1);
    UsageEvent event =
        new UsageEvent(
            1,
            2,
            0,
            1_500,
            text,
            text,
            text,
            text,
            text,
            text,
            text,
            text,
            new Tokens(1, 2, 3, 4),
            0.5,
            AnswerClass.OK,
            AnsweredBy.VENDOR,
            text,
            Credential.SUBSCRIPTION,
            text,
            false,
            RateLimits.of(500, 20, 400_000, RateLimits.UNKNOWN));
    assertThat(RecordText.of(LogRecord.of(position, event, 0, text)))
        .hasSize(18)
        .allSatisfy(line -> assertThat(line).doesNotContainPattern(ACTING))
        .allMatch(line -> line.codePointCount(0, line.length()) <= LONGEST_LINE)
        .contains(
            "  ended       1970-01-01 00:00:01.500 UTC, after 1.500 s",
            "  tokens      input 1, cache reads 2, cache writes 3, output 4",
            "  cost        0.500000 USD",
            "  limits      requests 20 of 500 left, tokens ? of 400000 left",
            "  credential  subscription");
  }
}
