package io.banwatch.tell;

import io.banwatch.policy.ReceiverFormat;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What follows from one receiver's answers. */
final class Answers {
  private final ReceiverContext context;
  private final Store store;
  private final Backlog backlog;
  private final RetrySchedule schedule;
  private final GivingUp givingUp;

  Answers(ReceiverContext context, GivingUp givingUp) {
    this.context = context;
    this.store = context.store();
    this.backlog = context.backlog();
    this.schedule = context.schedule();
    this.givingUp = givingUp;
  }

  /** Takes an answer to what was sent. */
  void take(List<Sent> sent, Answer answer, long now) {
    Judgement judgement =
        context.receiver().format() == ReceiverFormat.EMAIL
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
  }

  private void delivered(List<Sent> sent, ReceiverState state, long now) {
    boolean back = state.isAway();
    state.recovered();
    store.put(state);
    for (Sent each : sent) {
      WaitingEpisode episode = store.episode(each.episode());
      if (episode != null) {
        boolean repeated = each.sequence() <= episode.toldSequence;
        context.tally().count(repeated ? Outcome.REPEATED : Outcome.DELIVERED);
        episode.delivered(each, context.receiver().resolved(), context.repeatMillis(), now);
        store.put(each.episode(), episode);
        backlog.put(each.episode(), episode);
      }
    }
    if (back) {
      context.news().back(backlog.waiting());
      hurry(now);
    }
  }

  /** What failed while the receiver was away need not wait any longer. */
  void hurry(long now) {
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
    boolean before = state.isAway();
    state.failures++;
    if (pauseMillis >= 0) {
      state.pausedUntil = Math.max(state.pausedUntil, now + pauseMillis);
      state.askedForPause = true;
    } else if (state.isAway()) {
      int beyond = state.failures - ReceiverState.AWAY_AFTER + 1;
      state.pausedUntil = now + schedule.delayMillis(beyond, context.receiver().name());
      state.askedForPause = false;
    }
    store.put(state);
    for (Sent each : sent) {
      failed(each, state, now);
    }
    if (state.isAway() && !before) {
      context.news().failing(state, backlog.waiting(), hours());
    }
  }

  private void failed(Sent sent, ReceiverState state, long now) {
    context.tally().count(Outcome.RETRIED);
    WaitingEpisode episode = store.episode(sent.episode());
    if (episode == null) {
      return;
    }
    if (episode.waitingSequence == sent.sequence()) {
      String what = context.digests() ? episode.group : sent.episode();
      episode.failed(now + schedule.delayMillis(episode.failures + 1, what));
      store.put(sent.episode(), episode);
    }
    if (schedule.isOver(episode.dueSince, now)) {
      givingUp.waiting(sent.episode(), DeadReason.EXPIRED, state, now);
    } else {
      backlog.put(sent.episode(), episode);
    }
  }

  private long hours() {
    return TimeUnit.MILLISECONDS.toHours(schedule.giveUpMillis());
  }

  /** Says at a start that the receiver was away before. */
  void tellIfAway(ReceiverState state) {
    if (state.isAway() && !state.isGone() && backlog.waiting() > 0) {
      context.news().failing(state, backlog.waiting(), hours());
    }
  }

  private void gone(List<Sent> sent, ReceiverState state, long now) {
    boolean news = !state.isGone();
    if (news) {
      state.goneSince = now;
      state.goneAddress = context.outlet().addressHash();
    }
    store.put(state);
    giveUp(sent, DeadReason.RECEIVER_GONE, state, now);
    backlog.episodes().forEach(id -> givingUp.waiting(id, DeadReason.RECEIVER_GONE, state, now));
    if (news) {
      context.outlet().gone(state, now);
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
