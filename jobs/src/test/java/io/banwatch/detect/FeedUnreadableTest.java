package io.banwatch.detect;

import static io.banwatch.detect.Feed.MINUTE;
import static io.banwatch.detect.Feed.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Fact;
import io.banwatch.usage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedUnreadableTest {
  private static final long SECOND = 1_000;

  private final Feed feed = new Feed();

  @Test
  void aFeedOfWhichNothingIsUnderstoodIsToldAtTheFloor() {
    feed.reject(Reason.UNKNOWN_FORMAT, 19);
    assertThat(feed.told).isEmpty();
    feed.reject(Reason.UNKNOWN_FORMAT, 1);
    assertThat(feed.lines()).containsExactly("firing critical feed-unreadable");
    assertThat(feed.told.get(0).startsAt()).isZero();
  }

  @Test
  void fewOfManyAreEveryday() {
    feed.see(MONDAY, MONDAY + 1_000 * SECOND, SECOND);
    feed.reject(Reason.NOT_JSON, 40);
    assertThat(feed.told).isEmpty();
    feed.reject(Reason.NOT_JSON, 20);
    assertThat(feed.lines()).containsExactly("firing warning feed-unreadable");
  }

  @Test
  void itIsCriticalAtHalfOfThemAndToldOnceEach() {
    feed.see(MONDAY, MONDAY + 500 * SECOND, SECOND);
    feed.reject(Reason.NOT_JSON, 400);
    assertThat(feed.lines()).containsExactly("firing warning feed-unreadable");
    feed.reject(Reason.NOT_JSON, 700);
    assertThat(feed.lines())
        .containsExactly("firing warning feed-unreadable", "firing critical feed-unreadable");
  }

  @Test
  void itEndsWhenTheNewestAreUnderstood() {
    feed.see(MONDAY, MONDAY + 500 * SECOND, SECOND);
    feed.reject(Reason.NOT_JSON, 100);
    feed.see(feed.state.newestAt, feed.state.newestAt + 1_100 * SECOND, SECOND);
    assertThat(feed.lines())
        .containsExactly("firing warning feed-unreadable", "resolved warning feed-unreadable");
  }

  @Test
  void itEndsHalfAnHourAfterTheLast() {
    feed.see(MONDAY, MONDAY + 100 * SECOND, SECOND);
    feed.reject(Reason.NOT_JSON, 30);
    long last = feed.state.newestAt;
    feed.see(last + 29 * MINUTE);
    assertThat(feed.told).hasSize(1);
    feed.see(last + 30 * MINUTE);
    assertThat(feed.told).hasSize(2);
    assertThat(feed.told.get(1).changedAt()).isEqualTo(last + 30 * MINUTE);
  }

  @Test
  void theEvidenceCountsTheReasonsAndNamesTheFirstPlace() {
    feed.reject(Reason.TOO_LONG, 4);
    feed.reject(Reason.APPLICATION_LOG, 16);
    assertThat(feed.told.get(0).explanation().evidence())
        .contains(
            Fact.of("reasons", "application-log 16, too-long 4"),
            Fact.of("firstPlace", "usage.jsonl:0"),
            Fact.of("observed", 100));
    assertThat(feed.told.get(0).explanation().nextSteps().get(0)).contains("json_logs");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasItsAdvice(Reason reason) {
    feed.reject(reason, 20);
    assertThat(feed.told.get(0).explanation().nextSteps().get(0)).isNotEmpty();
  }

  @Test
  void switchedOffItIsSilent() {
    Feed off = new Feed("signals: {feed-unreadable: {enabled: false}}", null);
    off.reject(Reason.NOT_JSON, 1_000);
    assertThat(off.told).isEmpty();
  }
}
