package io.banwatch.detect;

import static io.banwatch.detect.Feed.DAY;
import static io.banwatch.detect.Feed.HOUR;
import static io.banwatch.detect.Feed.MINUTE;
import static io.banwatch.detect.Feed.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Fact;
import io.banwatch.usage.Requests;
import org.junit.jupiter.api.Test;

class FeedSilentTest {
  private final Feed feed = new Feed();

  @Test
  void aBusyFeedIsSilentAfterTheFloor() {
    feed.see(MONDAY, MONDAY + 2 * DAY, MINUTE);
    long last = feed.state.newestAt;
    feed.see(last + 21 * MINUTE);
    assertThat(feed.told)
        .extracting(Alert::changedAt)
        .containsExactly(last + 20 * MINUTE, last + 21 * MINUTE);
    assertThat(feed.lines())
        .containsExactly("firing warning feed-silent", "resolved warning feed-silent");
    assertThat(feed.told.get(0).subject().isFeed()).isTrue();
    assertThat(feed.told.get(0).explanation().evidence())
        .extracting(Fact::name)
        .containsExactly(
            "observed", "record", "threshold", "unit", "lastRequestAt", "historySeconds");
  }

  @Test
  void aSilenceOfTheFloorIsNotYetOne() {
    feed.see(MONDAY, MONDAY + 2 * DAY, MINUTE);
    feed.see(feed.state.newestAt + 20 * MINUTE);
    assertThat(feed.told).isEmpty();
  }

  @Test
  void itIsCriticalAtThreeTimesAsLong() {
    feed.see(MONDAY, MONDAY + 2 * DAY, MINUTE);
    feed.see(feed.state.newestAt + 61 * MINUTE);
    assertThat(feed.lines())
        .containsExactly(
            "firing warning feed-silent",
            "firing critical feed-silent",
            "resolved critical feed-silent");
  }

  @Test
  void itIsAsLongAsTheHabitOfTheHour() {
    for (int day = 0; day < 15; day++) {
      feed.see(MONDAY + day * DAY, MONDAY + day * DAY + 8 * HOUR, MINUTE);
      feed.see(MONDAY + day * DAY + 12 * HOUR, MONDAY + (day + 1) * DAY, MINUTE);
    }
    assertThat(feed.told).isEmpty();
    long midnight = MONDAY + 15 * DAY;
    feed.see(midnight, midnight + 8 * HOUR, MINUTE);
    assertThat(feed.silentAt()).isEqualTo(feed.state.newestAt + 3 * (4 * HOUR + MINUTE));
    feed.see(midnight + 12 * HOUR, midnight + 20 * HOUR, MINUTE);
    assertThat(feed.silentAt()).isEqualTo(feed.state.newestAt + 20 * MINUTE);
  }

  @Test
  void anOfficeIsNotSilentOnItsFirstWeekend() {
    for (int day = 0; day < 5; day++) {
      feed.see(MONDAY + day * DAY + 9 * HOUR, MONDAY + day * DAY + 17 * HOUR, MINUTE);
    }
    feed.told.clear();
    feed.see(MONDAY + 7 * DAY + 9 * HOUR);
    assertThat(feed.told).isEmpty();
  }

  @Test
  void aFeedOfLessThanADayMayBeSilentForAnHour() {
    feed.see(MONDAY, MONDAY + 5 * HOUR, MINUTE / 6);
    assertThat(feed.silentAt()).isEqualTo(feed.state.newestAt + HOUR);
  }

  @Test
  void aFeedOfFewRequestsIsNeverFoundSilent() {
    feed.see(MONDAY, MONDAY + 999 * HOUR, HOUR);
    assertThat(feed.silentAt()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void switchedOffItIsNeverFoundSilent() {
    Feed off = new Feed("signals: {feed-silent: {enabled: false}}", null);
    off.see(MONDAY, MONDAY + 2 * DAY, MINUTE);
    off.see(MONDAY + 5 * DAY);
    assertThat(off.told).isEmpty();
  }

  @Test
  void anOutageDoesNotBecomeAHabit() {
    feed.see(MONDAY, MONDAY + 10 * DAY, MINUTE);
    feed.see(feed.state.newestAt + 5 * HOUR);
    feed.see(feed.state.newestAt, feed.state.newestAt + 8 * DAY, MINUTE);
    feed.told.clear();
    assertThat(feed.silentAt() - feed.state.newestAt).isLessThanOrEqualTo(30 * MINUTE);
  }

  @Test
  void noSilenceIsForgivenBeyondTheCeiling() {
    feed.see(MONDAY, MONDAY + 2 * DAY, MINUTE);
    feed.see(feed.state.newestAt + 50 * DAY);
    assertThat(feed.silentAt()).isEqualTo(feed.state.newestAt + 96 * HOUR);
  }

  @Test
  void aPlannedSilenceIsInfo() {
    Feed planned =
        new Feed(
            """
            planned:
              - name: move
                signals: [feed-silent]
                match: {key: "*"}
                from: 2026-11-03T00:00:00Z
                until: 2026-11-09T00:00:00Z
            """,
            null);
    planned.see(MONDAY, MONDAY + 2 * DAY, MINUTE);
    planned.see(planned.state.newestAt + 25 * MINUTE);
    assertThat(planned.lines())
        .containsExactly("firing info feed-silent", "resolved info feed-silent");
  }

  @Test
  void aRecordOutOfOrderIsNoSilence() {
    feed.see(MONDAY, MONDAY + 2 * DAY, MINUTE);
    long last = feed.state.newestAt;
    feed.see(Requests.at(last - HOUR), last);
    assertThat(feed.state.newestAt).isEqualTo(last);
    assertThat(feed.told).isEmpty();
  }
}
