package io.banwatch.alert;

import static io.banwatch.alert.AlertStatus.FIRING;
import static io.banwatch.alert.AlertStatus.RESOLVED;
import static io.banwatch.alert.Severity.CRITICAL;
import static io.banwatch.alert.Severity.INFO;
import static io.banwatch.alert.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EpisodesTest {
  private static final long QUIET = 1_000;
  private static final Subject BOT = new Subject("anthropic", "org-1", "88dc", "ci-bot", "search");

  private final List<Episode> open = new ArrayList<>();
  private final List<Alert> lines = new ArrayList<>();
  private final Episodes episodes = new Episodes(open, new ArrayList<>(), "policy-1", lines::add);

  @Test
  void theFirstFindingFires() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));

    Explanation said = new Explanation("3.0 at 5000", "reason", List.of(), List.of());
    String id = AlertId.of(surge(WARNING, 3, 5_000), BOT, 0);
    assertThat(lines)
        .containsExactly(
            new Alert(id, 1, FIRING, WARNING, "surge", BOT, "policy-1", 5_000, 5_000, null, said));
    assertThat(episodes.isOpen("surge", BOT)).isTrue();
    assertThat(episodes.isOpen("burst", BOT)).isFalse();
    assertThat(episodes.isOpen("surge", Subject.ofAccount("anthropic", "org-1"))).isFalse();
  }

  @Test
  void moreOfTheSameOnlyProlongs() {
    AtomicInteger explained = new AtomicInteger();
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(
        BOT,
        new Finding(
            "surge",
            INFO,
            5.9,
            5_500,
            QUIET,
            () -> {
              explained.incrementAndGet();
              return new Explanation("", "", List.of(), List.of());
            }));

    assertThat(lines).hasSize(1);
    assertThat(explained).hasValue(0);
    assertThat(episodes.nextResolution()).isEqualTo(6_500);
  }

  @Test
  void aDoubledMagnitudeIsToldAgainAndThenTheNextDoubling() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(BOT, surge(WARNING, 6, 5_100));
    episodes.found(BOT, surge(WARNING, 11, 5_200));
    episodes.found(BOT, surge(WARNING, 12, 5_300));

    assertThat(lines)
        .extracting(Alert::sequence, Alert::changedAt, alert -> alert.explanation().summary())
        .containsExactly(
            tuple(1, 5_000L, "3.0 at 5000"),
            tuple(2, 5_100L, "6.0 at 5100"),
            tuple(3, 5_300L, "12.0 at 5300"));
    assertThat(lines).extracting(Alert::startsAt).containsOnly(5_000L);
    assertThat(lines).extracting(Alert::id).containsOnly(lines.get(0).id());
  }

  @Test
  void severityClimbsAndNeverFalls() {
    episodes.found(BOT, surge(INFO, 3, 5_000));
    episodes.found(BOT, surge(CRITICAL, 2, 5_100));
    episodes.found(BOT, surge(WARNING, 2, 5_200));
    episodes.found(BOT, surge(WARNING, 6, 5_300));
    episodes.quietUntil(9_000);

    assertThat(lines)
        .extracting(Alert::status, Alert::severity, Alert::changedAt)
        .containsExactly(
            tuple(FIRING, INFO, 5_000L),
            tuple(FIRING, CRITICAL, 5_100L),
            tuple(FIRING, CRITICAL, 5_300L),
            tuple(RESOLVED, CRITICAL, 6_300L));
  }

  @Test
  void itResolvesAtTheLastFindingPlusItsQuietTime() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(BOT, surge(WARNING, 3, 5_700));
    episodes.quietUntil(6_699);
    assertThat(lines).hasSize(1);

    episodes.quietUntil(50_000);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .extracting(Alert::sequence, Alert::status, Alert::changedAt, Alert::endsAt)
        .containsExactly(2, RESOLVED, 6_700L, 6_700L);
    assertThat(lines.get(1).explanation()).isEqualTo(lines.get(0).explanation());
    assertThat(open).isEmpty();
    assertThat(episodes.nextResolution()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void severalResolveInTheOrderOfTheirEnds() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(BOT, finding("burst", WARNING, 3, 4_000, QUIET));
    episodes.found(BOT, finding("country", WARNING, 3, 4_500, 100 * QUIET));
    episodes.quietUntil(10_000);

    assertThat(lines.subList(3, lines.size()))
        .extracting(Alert::signal, Alert::endsAt)
        .containsExactly(tuple("burst", 5_000L), tuple("surge", 6_000L));
    assertThat(episodes.isOpen("country", BOT)).isTrue();
  }

  @Test
  void aFindingAfterTheQuietTimeBeginsANewEpisodeEvenWhenNobodyLookedInBetween() {
    episodes.found(BOT, surge(CRITICAL, 3, 5_000));
    episodes.found(BOT, surge(WARNING, 3, 6_000));

    assertThat(lines)
        .extracting(Alert::sequence, Alert::status, Alert::severity, Alert::changedAt)
        .containsExactly(
            tuple(1, FIRING, CRITICAL, 5_000L),
            tuple(2, RESOLVED, CRITICAL, 6_000L),
            tuple(1, FIRING, WARNING, 6_000L));
    assertThat(lines.get(2).id()).isNotEqualTo(lines.get(0).id());
    assertThat(open).hasSize(1);
  }

  @Test
  void oneThatOnlyItsSignalEndsNeverGoesQuiet() {
    episodes.found(BOT, finding("disabled", CRITICAL, 1, 5_000, Finding.UNTIL_RESOLVED));
    episodes.quietUntil(Long.MAX_VALUE - 1);
    assertThat(lines).hasSize(1);
    assertThat(episodes.nextResolution()).isEqualTo(Long.MAX_VALUE);

    episodes.resolve("disabled", BOT, 7_000, "It answers again.");

    assertThat(lines.get(1))
        .extracting(Alert::status, Alert::changedAt, Alert::endsAt)
        .containsExactly(RESOLVED, 7_000L, 7_000L);
    assertThat(lines.get(1).explanation().summary()).isEqualTo("It answers again.");
    assertThat(lines.get(1).explanation().reason()).isEqualTo("reason");
  }

  @Test
  void whatCameBeforeTheNewestFindingDoesNotEndIt() {
    episodes.found(BOT, finding("disabled", CRITICAL, 1, 5_000, Finding.UNTIL_RESOLVED));
    episodes.resolve("disabled", BOT, 4_999, "It answered.");
    episodes.resolve("disabled", BOT, 5_000, "It answered.");

    assertThat(lines).hasSize(1);
    assertThat(episodes.isOpen("disabled", BOT)).isTrue();
  }

  @Test
  void anAccountResolvesWholeWithAReason() {
    Subject whole = Subject.ofAccount("anthropic", "org-1");
    Subject other = new Subject("openai", "org-1", "88dc", null, null);
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(whole, surge(WARNING, 3, 5_200));
    episodes.found(other, surge(WARNING, 3, 5_100));
    lines.clear();

    episodes.resolveAccount("anthropic", "org-1", 5_100, "Account known as org-2.");

    assertThat(lines)
        .extracting(Alert::subject, Alert::status, Alert::endsAt, a -> a.explanation().summary())
        .containsExactly(
            tuple(BOT, RESOLVED, 5_100L, "Account known as org-2."),
            tuple(whole, RESOLVED, 5_200L, "Account known as org-2."));
    assertThat(open).extracting(episode -> episode.told().subject()).containsExactly(other);
  }

  @Test
  void resolvingWhatIsNotOpenSaysNothing() {
    episodes.resolve("surge", BOT, 5_000, "why");
    episodes.resolveAccount("anthropic", "org-1", 5_000, "why");
    episodes.quietUntil(5_000);

    assertThat(lines).isEmpty();
  }

  @Test
  void aFindingOlderThanTheStartMovesNeitherTheStartNorTheEnd() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(BOT, surge(WARNING, 3, 4_000));
    assertThat(episodes.nextResolution()).isEqualTo(6_000);

    episodes.found(BOT, finding("surge", CRITICAL, 3, 4_100, 50 * QUIET));

    assertThat(lines.get(1))
        .extracting(Alert::sequence, Alert::severity, Alert::startsAt, Alert::changedAt)
        .containsExactly(2, CRITICAL, 5_000L, 5_000L);
    assertThat(lines.get(1).id()).isEqualTo(lines.get(0).id());
    assertThat(episodes.nextResolution()).isEqualTo(6_000);
  }

  @Test
  void theNewestFindingSaysHowLongTheQuietLasts() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(BOT, finding("surge", WARNING, 3, 5_100, 7 * QUIET));

    assertThat(episodes.nextResolution()).isEqualTo(12_100);
  }

  @Test
  void anEndlessMagnitudeIsToldOnceAndOneThatDoesNotExistNever() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(BOT, surge(WARNING, Double.NaN, 5_100));
    episodes.found(BOT, surge(WARNING, Double.POSITIVE_INFINITY, 5_200));
    episodes.found(BOT, surge(WARNING, Double.POSITIVE_INFINITY, 5_300));

    assertThat(lines).extracting(Alert::changedAt).containsExactly(5_000L, 5_200L);
  }

  @Test
  void theSubjectStaysAsItWasFirstSeen() {
    Subject renamed = new Subject("anthropic", "org-1", "88dc", "renamed", null);
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    episodes.found(renamed, surge(CRITICAL, 3, 5_100));

    assertThat(lines).hasSize(2).extracting(Alert::subject).containsOnly(BOT);
  }

  @Test
  void aLineNamesThePolicyThatRaisedItAndAResolutionTheLastThatDid() {
    episodes.found(BOT, surge(WARNING, 3, 5_000));
    Episodes underANewPolicy = new Episodes(open, new ArrayList<>(), "policy-2", lines::add);
    underANewPolicy.found(BOT, finding("burst", WARNING, 3, 5_000, QUIET));
    underANewPolicy.quietUntil(9_000);

    assertThat(lines)
        .extracting(Alert::signal, Alert::status, Alert::policy)
        .containsExactly(
            tuple("surge", FIRING, "policy-1"),
            tuple("burst", FIRING, "policy-2"),
            tuple("surge", RESOLVED, "policy-1"),
            tuple("burst", RESOLVED, "policy-2"));
  }

  @Test
  void oneLogGivesTheSameLinesOnEveryRun() {
    List<Alert> again = new ArrayList<>();
    Episodes other = new Episodes(new ArrayList<>(), new ArrayList<>(), "policy-1", again::add);
    for (Episodes run : List.of(episodes, other)) {
      run.found(BOT, surge(WARNING, 3, 5_000));
      run.found(BOT, surge(CRITICAL, 9, 5_100));
      run.quietUntil(20_000);
    }

    assertThat(again).hasSize(3).isEqualTo(lines);
  }

  @Test
  void episodesThatBeginInOneMillisecondHaveIdsOfTheirOwn() {
    for (int episode = 0; episode < 3; episode++) {
      episodes.found(BOT, surge(WARNING, 3, 5_000));
      episodes.quietUntil(9_000);
    }

    assertThat(lines).hasSize(6).extracting(Alert::startsAt).containsOnly(5_000L);
    assertThat(lines.stream().map(Alert::id).distinct()).hasSize(3);
    assertThat(lines).extracting(line -> line.id() + line.sequence()).doesNotHaveDuplicates();
  }

  private static Finding surge(Severity severity, double magnitude, long at) {
    return finding("surge", severity, magnitude, at, QUIET);
  }

  private static Finding finding(
      String signal, Severity severity, double magnitude, long at, long quietMillis) {
    return new Finding(
        signal,
        severity,
        magnitude,
        at,
        quietMillis,
        () -> new Explanation(magnitude + " at " + at, "reason", List.of(), List.of()));
  }
}
