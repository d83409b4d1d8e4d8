package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class WaitingEpisodeTest {
  private static final long NOW = 1_000;

  private final WaitingEpisode episode = new WaitingEpisode();

  @Test
  void ofSeveralChangesTheNewestWaits() {
    assertThat(take(ToldAlerts.firing("a", 1))).isTrue();
    assertThat(take(ToldAlerts.critical("a", 2))).isTrue();
    assertThat(episode.waitingSequence).isEqualTo(2);
    assertThat(episode.isMeanwhile()).isFalse();
  }

  @Test
  void anEpisodeThatBeganAndEndedMeanwhileIsOneMessageAlsoForWhoWantsNoEnds() {
    take(ToldAlerts.firing("a", 1));
    assertThat(episode.take(ToldAlerts.resolved("a", 2), "", false, NOW)).isTrue();
    assertThat(episode.isMeanwhile()).isTrue();
  }

  @Test
  void anEndThatNeedNotBeToldEndsTheEpisode() {
    take(ToldAlerts.firing("a", 1));
    episode.delivered(sent(1), false, 0, NOW);
    assertThat(episode.take(ToldAlerts.resolved("a", 2), "", false, NOW + 1)).isFalse();
    assertThat(episode.isWaiting()).isFalse();
    assertThat(episode.overSince).isEqualTo(NOW + 1);
  }

  @Test
  void aLineThatIsKnownIsTakenOnce() {
    take(ToldAlerts.firing("a", 1));
    assertThat(take(ToldAlerts.firing("a", 1))).isFalse();
    take(ToldAlerts.resolved("a", 2));
    assertThat(take(ToldAlerts.firing("a", 1))).isFalse();
    episode.delivered(sent(2), true, 0, NOW);
    assertThat(take(ToldAlerts.firing("a", 1))).isFalse();
    assertThat(take(ToldAlerts.resolved("a", 2))).isFalse();
    assertThat(episode.overSince).isEqualTo(NOW);
  }

  @Test
  void whatComesWhileSomethingIsInFlightWaitsForIt() {
    take(ToldAlerts.firing("a", 1));
    take(ToldAlerts.resolved("a", 2));
    episode.delivered(sent(1), true, 0, NOW);
    assertThat(episode.waitingSequence).isEqualTo(2);
    assertThat(episode.isMeanwhile()).isFalse();
    episode.delivered(sent(2), true, 0, NOW + 1);
    assertThat(episode.overSince).isEqualTo(NOW + 1);
  }

  @Test
  void anEndThatCameWhileTheBeginningWasInFlightNeedNotBeToldToWhoWantsNone() {
    take(ToldAlerts.firing("a", 1));
    episode.take(ToldAlerts.resolved("a", 2), "", false, NOW);
    episode.delivered(sent(1), false, 0, NOW + 1);
    assertThat(episode.isWaiting()).isFalse();
    assertThat(episode.overSince).isEqualTo(NOW + 1);
  }

  @Test
  void theToldLineIsKeptOnlyWhereItIsToldAgain() {
    take(ToldAlerts.firing("a", 1));
    episode.delivered(sent(1), true, 0, NOW);
    assertThat(episode.told).isNull();
    take(ToldAlerts.critical("a", 2));
    episode.delivered(sent(2), true, 500, NOW);
    assertThat(episode.told).isNotNull();
    assertThat(episode.repeatAt).isEqualTo(NOW + 500);
    episode.repeat(NOW + 500);
    assertThat(episode.isRepeat()).isTrue();
  }

  @Test
  void whatWasGivenUpIsTakenAgainUnlessMoreIsKnown() {
    take(ToldAlerts.firing("a", 1));
    episode.abandon(NOW);
    assertThat(take(ToldAlerts.firing("a", 1))).isFalse();
    assertThat(again(ToldAlerts.firing("a", 1))).isTrue();
    episode.delivered(sent(1), true, 0, NOW);
    assertThat(again(ToldAlerts.firing("a", 1))).isFalse();
    take(ToldAlerts.resolved("a", 3));
    assertThat(again(ToldAlerts.critical("a", 2))).isFalse();
  }

  @Test
  void flinkKeepsItWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(WaitingEpisode.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(ReceiverState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Addressed.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DeadLetter.class);
  }

  private boolean take(Alert alert) {
    return episode.take(alert, ToldAlerts.line(alert), true, NOW);
  }

  private boolean again(Alert alert) {
    return episode.takeAgain(alert, ToldAlerts.line(alert), NOW);
  }

  private static Sent sent(int sequence) {
    return new Sent("a", sequence, "", false);
  }
}
