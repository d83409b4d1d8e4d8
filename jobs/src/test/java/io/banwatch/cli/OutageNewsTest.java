package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.store.StoreProgress.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageNewsTest {
  private static final String WAITING = "they wait in out";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Hand clock = new Hand(Instant.parse("2026-11-03T14:10:00Z"));
  private final OutageNews news =
      new OutageNews(
          new Terminal(
              new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
              new PrintStream(err, true, UTF_8),
              "",
              0,
              false),
          clock,
          "; alerts go on");
  private final Trouble away =
      new Trouble(clock.millis(), "InfluxDB at U does not answer (why)", "Does it run there?");

  @Test
  void anOutageIsToldWithinSecondsThatItLastsLessAndLessOftenAndItsEnd() {
    for (int second = 0; second <= 600; second++) {
      news.troubled(away, WAITING);
      clock.advance(Duration.ofSeconds(1));
    }
    news.well("7 points");
    news.well("");
    assertThat(lines())
        .containsExactly(
            "store: 2026-11-03 14:10:03 UTC: InfluxDB at U does not answer (why): points are not"
                + " stored, they wait in out; alerts go on. Does it run there?",
            still("14:11:03", "1 min 3 s"),
            still("14:12:06", "2 min 6 s"),
            still("14:14:12", "4 min 12 s"),
            still("14:18:24", "8 min 24 s"),
            "store: 2026-11-03 14:20:01 UTC: InfluxDB takes points again, after 10 min 1 s;"
                + " still waiting: 7 points");
  }

  private static String still(String time, String lasted) {
    return "store: 2026-11-03 "
        + time
        + " UTC: points are not stored for "
        + lasted
        + ", they wait in out: InfluxDB at U does not answer (why). Does it run there?";
  }

  @Test
  void aLostConnectionIsNobodysBusiness() {
    news.troubled(away, WAITING);
    clock.advance(Duration.ofSeconds(2));
    news.troubled(away, WAITING);
    news.well("");
    assertThat(lines()).isEmpty();
  }

  @Test
  void whatWasFoundBeforeTheStartIsSaidAtOnceAndNotAgainByTheJob() {
    news.begins(away, WAITING);
    assertThat(lines()).hasSize(1);
    clock.advance(Duration.ofSeconds(20));
    news.troubled(new Trouble(clock.millis() - 9_000, away.words(), away.remedy()), WAITING);
    assertThat(lines()).hasSize(1);
    news.well("3 points");
    assertThat(lines().get(1)).contains("takes points again, after 20 s");
  }

  @Test
  void anotherReasonIsToldAfterAMoment() {
    news.begins(away, WAITING);
    clock.advance(Duration.ofSeconds(9));
    Trouble other = new Trouble(away.sinceMillis(), "InfluxDB at U takes no points now (503)", "");
    news.troubled(other, WAITING);
    assertThat(lines()).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    news.troubled(other, WAITING);
    news.troubled(other, WAITING);
    assertThat(lines())
        .hasSize(2)
        .last()
        .asString()
        .endsWith("for 10 s, they wait in out: InfluxDB at U takes no points now (503)");
  }

  private List<String> lines() {
    return err.toString(UTF_8).lines().toList();
  }

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {
    private Instant now;

    Hand(Instant now) {
      this.now = now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
