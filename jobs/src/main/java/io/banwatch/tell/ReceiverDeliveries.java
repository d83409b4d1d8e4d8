package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Silence;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Everything about one receiver: what it is told next, and what follows from its answers. Of one
 * episode one message is in flight at a time, so an end never overtakes its beginning. A receiver
 * that fails several times in a row is left alone for a while, then tried with a single message.
 *
 * <p>Knows no Flink and no clock: state, effects and the time are the caller's.
 */
final class ReceiverDeliveries {
  /** More than a receiver of one server needs, less than what looks like an attack. */
  static final int MOST_IN_FLIGHT = 8;

  /** So many attempts must fail in a row before the receiver, not the message, is to blame. */
  static final int PAUSE_AFTER = 3;

  private final Receiver receiver;
  private final Telling telling;
  private final RetrySchedule schedule;
  private final Store store;
  private final Outlet outlet;
  private final Tally tally;
  private final Backlog backlog = new Backlog();
  private final GivingUp givingUp;
  private final Sweep sweep;
  private final long repeatMillis;
  private final boolean digests;
  private int flights;

  /**
   * @param mostWaiting so many changes wait at most; beyond, the oldest are given up
   */
  ReceiverDeliveries(
      Receiver receiver,
      Telling telling,
      RetrySchedule schedule,
      int mostWaiting,
      Store store,
      Outlet outlet,
      Tally tally) {
    this.receiver = receiver;
    this.telling = telling;
    this.schedule = schedule;
    this.store = store;
    this.outlet = outlet;
    this.tally = tally;
    boolean alertmanager = receiver.format() == ReceiverFormat.ALERTMANAGER;
    repeatMillis = alertmanager ? telling.resendMillis() : 0;
    // An Alertmanager groups by itself.
    digests = receiver.digest() != null && !alertmanager;
    givingUp =
        new GivingUp(receiver.name(), mostWaiting, repeatMillis, store, backlog, outlet, tally);
    sweep = new Sweep(schedule, store, backlog, givingUp);
  }

  /** Takes up what an earlier run left. */
  void resume(long now) {
    ReceiverState state = store.receiver();
    if (state.isGone() && !outlet.addressHash().equals(state.goneAddress)) {
      reopen(state, now);
    }
    for (String id : store.episodes()) {
      backlog.put(id, store.episode(id));
    }
    pump(now);
  }

  private void reopen(ReceiverState state, long now) {
    long goneSince = state.goneSince;
    state.reopen();
    store.put(state);
    outlet.reopened(goneSince, now);
  }

  /** Takes a line; {@link #pump} sends it. */
  void take(Addressed addressed, Alert alert, long now) {
    ReceiverState state = store.receiver();
    if (addressed.again() && state.isGone()) {
      reopen(state, now);
    }
    WaitingEpisode episode = store.episode(alert.id());
    if (episode == null && !addressed.suited()) {
      return;
    }
    WaitingEpisode known = episode == null ? new WaitingEpisode() : episode;
    boolean repeated = known.isKnown(alert.sequence());
    boolean waits =
        addressed.again()
            ? known.takeAgain(alert, addressed.line(), now)
            : known.take(alert, addressed.line(), receiver.resolved(), now);
    if (!waits && repeated) {
      tally.count(Outcome.KNOWN);
      return;
    }
    if (waits && digests) {
      known.nextTryAt = Math.max(now, store.digestUntil(known.group));
    }
    store.put(alert.id(), known);
    backlog.put(alert.id(), known);
    if (waits && state.isGone()) {
      givingUp.waiting(alert.id(), DeadReason.RECEIVER_GONE, state, now);
    }
    givingUp.tooMany(state, now);
  }

  /** Sends whatever is due and fits. */
  void pump(long now) {
    sweep.ifDue(store.receiver(), now);
    ReceiverState state = store.receiver();
    for (boolean more = !state.isGone(); more; ) {
      more = false;
      if (now < state.pausedUntil) {
        outlet.wakeAt(state.pausedUntil);
      } else if (flights < (state.failures < PAUSE_AFTER ? MOST_IN_FLIGHT : 1)) {
        List<String> due = backlog.take(now, digests ? Notice.DIGEST_LIMIT : 1);
        more = !due.isEmpty();
        if (more) {
          send(due, state, now);
        } else if (backlog.nextAt() != Long.MAX_VALUE) {
          outlet.wakeAt(backlog.nextAt());
        }
      }
    }
    sweep.next().ifPresent(outlet::wakeAt);
    tally.waiting(backlog.waiting(), backlog.oldestSince());
  }

  private void send(List<String> due, ReceiverState state, long now) {
    List<Alert> alerts = new ArrayList<>();
    List<Sent> sent = new ArrayList<>();
    Alert before = null;
    for (String id : due) {
      WaitingEpisode episode = store.episode(id);
      if (!episode.isWaiting()) {
        episode.repeat(now);
      }
      Alert alert = Lines.alert(episode.waiting);
      if (isSent(id, episode, alert, state, now)) {
        alerts.add(alert);
        sent.add(new Sent(id, episode.waitingSequence, episode.waiting, episode.isMeanwhile()));
        before = episode.told == null ? null : Lines.alert(episode.told);
        store.put(id, episode);
      }
    }
    if (sent.isEmpty()) {
      return;
    }
    if (digests) {
      String group = store.episode(sent.get(0).episode()).group;
      store.digest(group, now + TimeUnit.SECONDS.toMillis(receiver.digest().groupSeconds()));
    }
    backlog.fly(sent.stream().map(Sent::episode).toList());
    flights++;
    outlet.send(sent.get(0).notice(alerts, before), sent, now);
  }

  private boolean isSent(
      String id, WaitingEpisode episode, Alert alert, ReceiverState state, long now) {
    if (schedule.isOver(episode.dueSince, now)) {
      givingUp.waiting(id, DeadReason.EXPIRED, state, now);
      return false;
    }
    Optional<Silence> silence = telling.silencing(alert, now);
    if (silence.isEmpty() || episode.isRepeat()) {
      return true;
    }
    tally.count(Outcome.SILENCED);
    if (episode.isMeanwhile()) {
      episode.abandon(now);
    } else {
      episode.hold(silence.get().untilMillis());
    }
    store.put(id, episode);
    backlog.put(id, episode);
    return false;
  }

  /** An answer to what was sent. */
  void answered(List<Sent> sent, Answer answer, long now) {
    flights--;
    backlog.land(sent.stream().map(Sent::episode).toList());
    Judgement judgement =
        receiver.format() == ReceiverFormat.EMAIL
            ? Judgement.ofMail(answer)
            : Judgement.ofHttp(answer, Instant.ofEpochMilli(now));
    ReceiverState state = store.receiver();
    if (judgement.verdict() != Verdict.DELIVERED) {
      state.lastStatus = answer.status();
      state.lastAnswer = DeadLetters.answer(answer.text());
    }
    switch (judgement.verdict()) {
      case DELIVERED -> delivered(sent, state, now);
      case RETRY -> {
        if (state.isGone()) {
          giveUp(sent, DeadReason.RECEIVER_GONE, state, now);
        } else {
          failed(sent, state, judgement.pauseMillis(), now);
        }
      }
      case REFUSED -> {
        state.recovered();
        store.put(state);
        giveUp(sent, DeadReason.REFUSED, state, now);
      }
      case GONE -> gone(sent, state, now);
    }
    pump(now);
  }

  private void delivered(List<Sent> sent, ReceiverState state, long now) {
    boolean back = state.failures >= PAUSE_AFTER;
    state.recovered();
    store.put(state);
    for (Sent each : sent) {
      WaitingEpisode episode = store.episode(each.episode());
      if (episode != null) {
        tally.count(each.sequence() <= episode.toldSequence ? Outcome.REPEATED : Outcome.DELIVERED);
        episode.delivered(each, receiver.resolved(), repeatMillis, now);
        store.put(each.episode(), episode);
        backlog.put(each.episode(), episode);
      }
    }
    if (back) {
      hurry(now);
    }
  }

  /** What failed while the receiver was away need not wait any longer. */
  private void hurry(long now) {
    for (String id : backlog.episodes()) {
      WaitingEpisode episode = store.episode(id);
      if (episode.failures > 0 && episode.nextTryAt > now) {
        episode.nextTryAt = now;
        store.put(id, episode);
        backlog.put(id, episode);
      }
    }
  }

  private void failed(List<Sent> sent, ReceiverState state, long pauseMillis, long now) {
    state.failures++;
    if (pauseMillis >= 0) {
      state.pausedUntil = Math.max(state.pausedUntil, now + pauseMillis);
    } else if (state.failures >= PAUSE_AFTER) {
      int beyond = state.failures - PAUSE_AFTER + 1;
      state.pausedUntil = now + schedule.delayMillis(beyond, receiver.name());
    }
    store.put(state);
    for (Sent each : sent) {
      tally.count(Outcome.RETRIED);
      WaitingEpisode episode = store.episode(each.episode());
      if (episode != null && episode.waitingSequence == each.sequence()) {
        String what = digests ? episode.group : each.episode();
        episode.failed(now + schedule.delayMillis(episode.failures + 1, what));
        store.put(each.episode(), episode);
      }
      if (episode != null) {
        backlog.put(each.episode(), episode);
      }
    }
  }

  private void gone(List<Sent> sent, ReceiverState state, long now) {
    boolean news = !state.isGone();
    if (news) {
      state.goneSince = now;
      state.goneAddress = outlet.addressHash();
    }
    store.put(state);
    giveUp(sent, DeadReason.RECEIVER_GONE, state, now);
    backlog.episodes().forEach(id -> givingUp.waiting(id, DeadReason.RECEIVER_GONE, state, now));
    if (news) {
      outlet.gone(state, now);
    }
  }

  private void giveUp(List<Sent> sent, DeadReason reason, ReceiverState state, long now) {
    for (Sent each : sent) {
      WaitingEpisode episode = store.episode(each.episode());
      if (episode != null && episode.waitingSequence == each.sequence()) {
        givingUp.waiting(each.episode(), reason, state, now);
      } else if (episode != null) {
        // A newer change has come meanwhile, and is told in its stead.
        backlog.put(each.episode(), episode);
      }
    }
  }
}
