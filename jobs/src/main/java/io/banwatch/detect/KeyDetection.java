package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Episodes;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Subject;
import io.banwatch.measure.KeySlices;
import io.banwatch.measure.KeySlicing;
import io.banwatch.measure.PaceGauge;
import io.banwatch.place.Place;
import io.banwatch.place.PlaceLookup;
import io.banwatch.policy.Policy;
import io.banwatch.usage.Credential;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnsweredBy;
import io.banwatch.vendor.VendorProfiles;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches keys: shows each request to every key signal, keeps the alerts' lives, and sums what goes
 * to the account. Plain Java; the operator around it only fetches state and forwards.
 */
public final class KeyDetection {
  /** What became of a request. */
  public enum Verdict {
    /** It was judged. */
    JUDGED,
    /** It was judged by all but the pace signals: the key is already further on in time. */
    LATE,
    /** The same request was already judged. */
    REPEAT
  }

  /** Where a key's alerts and activities go. */
  public interface Output {
    /** An alert line that no sibling key has a say in. */
    void alert(Alert line);

    /** What the key did to its account. */
    void activity(AccountActivity activity);

    /** Where what is measured for the metric log goes; asked only while there is one. */
    KeySlicing.Output measured();
  }

  /** A key without requests for so long is forgotten: longer than any record is remembered. */
  static final long FORGOTTEN_AFTER_MILLIS = 35 * 86_400_000L;

  private final Policy policy;
  private final PlaceLookup places;
  private final List<KeySignal> signals;
  private final KeySlicing slicing;
  private final SubjectCache subjects;

  /** Whether the finding that is being told is told whatever the key's siblings do. */
  private boolean aboveCeiling;

  /**
   * @param policy what holds
   * @param vendors the vendors' profiles
   * @param places where addresses are
   * @param signals the signals, in the order in which they are asked
   */
  public KeyDetection(
      Policy policy, VendorProfiles vendors, PlaceLookup places, List<KeySignal> signals) {
    this(policy, vendors, places, signals, null);
  }

  /**
   * The same, which measures as well.
   *
   * @param slicing measures for the metric log; null when there is none
   */
  public KeyDetection(
      Policy policy,
      VendorProfiles vendors,
      PlaceLookup places,
      List<KeySignal> signals,
      KeySlicing slicing) {
    this.policy = policy;
    this.places = places;
    this.signals = List.copyOf(signals);
    this.slicing = slicing;
    this.subjects = new SubjectCache(policy, vendors);
  }

  /**
   * Whether a key that is not known yet gets a state by this request. A scan of invented keys,
   * which the gateway refuses, gets none.
   */
  public static boolean begins(UsageEvent event) {
    return event.answeredBy() == AnsweredBy.VENDOR;
  }

  /**
   * Judges one request.
   *
   * @param decoded the request
   * @param state the key's state, changed in place
   * @param out receives alert lines and activities
   */
  public Verdict observe(UsageEvent decoded, KeyState state, Output out) {
    if (!state.recent.add(decoded.requestHash(), decoded.endMillis())) {
      return Verdict.REPEAT;
    }
    UsageEvent event = withAccountOfKey(decoded, state);
    SubjectCache.Entry entry = subjects.of(event);
    Subject subject = entry.subject();
    Episodes episodes =
        new Episodes(state.episodes, state.ended, policy.hash(), line -> tell(line, out));
    if (!state.episodes.isEmpty()) {
      episodes.quietUntil(event.endMillis());
      accountKnown(event, subject, episodes);
    }
    boolean late = event.endMillis() < state.newestAt - policy.disorderMillis();
    if (state.firstAt == 0) {
      state.firstAt = event.endMillis();
    }
    if (slicing != null && !event.history()) {
      if (state.slices == null) {
        state.slices = KeySlices.of(event);
      }
      slicing.observe(event, state.slices, late, entry.settings(), gaugeOf(state), out.measured());
    }
    KeyContext context = contextOf(event, entry, late);
    Consumer<Finding> findings = finding -> found(event, finding, entry, episodes);
    for (KeySignal signal : signals) {
      signal.observe(event, state, context, findings);
    }
    state.newestAt = Math.max(state.newestAt, event.endMillis());
    AccountSums.add(event, state, entry.settings().growth(), out);
    return late ? Verdict.LATE : Verdict.JUDGED;
  }

  /** Resolves what has been quiet long enough and passes on the sum that waits. */
  public void quietUntil(long now, KeyState state, Output out) {
    new Episodes(state.episodes, state.ended, policy.hash(), line -> tell(line, out))
        .quietUntil(now);
    AccountSums.flushUntil(now, state, out);
    measure(state, out);
  }

  /**
   * When the sum that waits is passed on if no request comes, in event time; {@link Long#MAX_VALUE}
   * when none waits.
   */
  public long passesOnAt(KeyState state) {
    return AccountSums.flushesAt(state);
  }

  /** Passes on what waits when the log has ended; resolves nothing. */
  public void end(KeyState state, Output out) {
    AccountSums.flush(state, out);
    measure(state, out);
  }

  private void measure(KeyState state, Output out) {
    if (slicing == null) {
      state.slices = null;
    } else if (state.slices != null) {
      slicing.advance(state.slices, gaugeOf(state), out.measured());
    }
  }

  private static PaceGauge gaugeOf(KeyState state) {
    return (slice, settings) ->
        PaceReadings.ofKey(slice, state.pace, state.newestAt - state.firstAt, settings);
  }

  /** When {@link #quietUntil} or {@link #forgotten} must be asked next, in event time. */
  public long nextTimer(KeyState state) {
    long next = Math.min(AccountSums.flushesAt(state), state.newestAt + FORGOTTEN_AFTER_MILLIS);
    if (slicing != null && state.slices != null) {
      next = Math.min(next, state.slices.dueAt);
    }
    for (int i = 0; i < state.episodes.size(); i++) {
      next = Math.min(next, state.episodes.get(i).resolvesAt());
    }
    return next;
  }

  /** Whether the key's state has reached its end of life. */
  public boolean forgotten(long now, KeyState state) {
    return now >= state.newestAt + FORGOTTEN_AFTER_MILLIS && state.episodes.isEmpty();
  }

  private void found(
      UsageEvent event, Finding finding, SubjectCache.Entry entry, Episodes episodes) {
    if (event.history()) {
      return;
    }
    Subject subject = entry.subject();
    aboveCeiling = finding.magnitude() >= entry.settings().growth().ceilingThresholds();
    episodes.found(
        subject, Calming.calm(finding, policy.calmedBy(finding.signal(), subject, finding.at())));
    aboveCeiling = false;
  }

  /**
   * Streams and the gateway's own answers often name no account; such a request goes by the last
   * that the key was seen with, or its alerts would change their name from one request to the next.
   */
  private static UsageEvent withAccountOfKey(UsageEvent event, KeyState state) {
    if (!event.accountUnknown()) {
      if (event.credential() != Credential.SUBSCRIPTION) {
        state.account = event.account();
      }
      return event;
    }
    return state.account.isEmpty() ? event : event.withAccount(state.account);
  }

  private static void accountKnown(UsageEvent event, Subject subject, Episodes episodes) {
    if (event.accountUnknown()) {
      return;
    }
    String unknown = UsageEvent.unknownAccountOf(event.vendor());
    String why =
        "Account known as " + subject.account() + "; what goes on is told under that name.";
    episodes.resolveAccount(event.vendor(), unknown, event.endMillis(), why);
  }

  private KeyContext contextOf(UsageEvent event, SubjectCache.Entry entry, boolean late) {
    Place place = event.address() == null ? null : places.find(event.address());
    return new KeyContext(entry.settings(), entry.vendor(), place, late, places.builtAt());
  }

  /** Pace is told by the account, which sees whether the key's siblings rise too. */
  private void tell(Alert line, Output out) {
    if (PaceSignals.isPace(line.signal())) {
      out.activity(AccountActivity.ofAlert(line, aboveCeiling));
    } else {
      out.alert(line);
    }
  }
}
