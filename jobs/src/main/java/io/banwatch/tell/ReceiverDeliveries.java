package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.Silence;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Notice;
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

  private final ReceiverContext context;
  private final Receiver receiver;
  private final Store store;
  private final Outlet outlet;
  private final Tally tally;
  private final Backlog backlog;
  private final GivingUp givingUp;
  private final Answers answers;
  private final Sweep sweep;
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
    this.store = store;
    this.outlet = outlet;
    this.tally = tally;
    backlog = new Backlog();
    ReceiverNews news = new ReceiverNews(receiver.name(), outlet::say);
    context = new ReceiverContext(receiver, telling, schedule, store, backlog, outlet, tally, news);
    digests = context.digests();
    givingUp = new GivingUp(context, mostWaiting);
    answers = new Answers(context, givingUp);
    sweep = new Sweep(context, givingUp);
  }

  /**
   * Takes up what an earlier run left. Whoever starts Banwatch anew may have mended what was wrong,
   * so what failed is tried at once, unless the receiver asked to be left alone; a silence may have
   * been shortened, so what was held is looked at again.
   */
  void resume(long now) {
    ReceiverState state = store.receiver();
    if (state.isGone() && !outlet.addressHash().equals(state.goneAddress)) {
      reopen(state, now);
    }
    for (String id : store.episodes()) {
      WaitingEpisode episode = store.episode(id);
      if (episode.isHeld(now)) {
        episode.hold(now);
        store.put(id, episode);
      }
      backlog.put(id, episode);
    }
    answers.tellIfAway(state);
    if (state.failures > 0 && !state.askedForPause) {
      state.pausedUntil = 0;
      store.put(state);
    }
    answers.hurry(now);
    sweep.begin(now);
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
    context.news().flush(now);
    ReceiverState state = store.receiver();
    for (boolean more = !state.isGone(); more; ) {
      more = false;
      if (now < state.pausedUntil) {
        outlet.wakeAt(state.pausedUntil);
      } else if (flights < (state.isAway() ? 1 : MOST_IN_FLIGHT)) {
        List<String> due = backlog.take(now, digests ? Notice.DIGEST_LIMIT : 1);
        more = !due.isEmpty();
        if (more) {
          send(due, now);
        } else if (backlog.nextAt() != Long.MAX_VALUE) {
          outlet.wakeAt(backlog.nextAt());
        }
      }
    }
    sweep.next().ifPresent(outlet::wakeAt);
    context.news().next().ifPresent(outlet::wakeAt);
    tally.waiting(backlog.waiting(), backlog.oldestSince());
  }

  private void send(List<String> due, long now) {
    List<Alert> alerts = new ArrayList<>();
    List<Sent> sent = new ArrayList<>();
    Alert before = null;
    for (String id : due) {
      WaitingEpisode episode = store.episode(id);
      if (!episode.isWaiting()) {
        episode.repeat(now);
      }
      Alert alert = Lines.alert(episode.waiting);
      if (isSent(id, episode, alert, now)) {
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

  private boolean isSent(String id, WaitingEpisode episode, Alert alert, long now) {
    Optional<Silence> silence = context.telling().silencing(alert, now);
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
    answers.take(sent, answer, now);
    pump(now);
  }
}
