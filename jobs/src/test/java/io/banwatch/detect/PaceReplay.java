package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Episodes;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Subject;
import io.banwatch.policy.Settings;
import io.banwatch.usage.Credential;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import io.banwatch.vendor.VendorProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Runs simulated keys through the pure signals and alert lives, in order of time. */
final class PaceReplay {
  private static final VendorProfile VENDOR = new VendorProfile("anthropic", Set.of());

  final List<Alert> keyLines = new ArrayList<>();
  final List<Told> toldLines = new ArrayList<>();
  final List<Alert> accountLines = new ArrayList<>();
  final List<Finding> growthFindings = new ArrayList<>();
  private final Settings settings;
  private final KeyContext keyContext;
  private final AccountContext accountContext;
  private final List<KeySignal> keySignals = List.of(new RequestSurge(), new TokenBurst());
  private final List<AccountSignal> accountSignals =
      List.of(new AccountRequestSurge(), new AccountTokenBurst());
  private static final long SLICE_MILLIS = 5_000;
  private final List<KeyRun> pending = new ArrayList<>();
  private long pendingSlice;
  private final Map<String, AccountRun> accounts = new LinkedHashMap<>();

  PaceReplay(Settings settings) {
    this.settings = settings;
    keyContext = new KeyContext(settings, VENDOR, null, false, Instant.EPOCH);
    accountContext =
        new AccountContext(settings, io.banwatch.vendor.VendorProfiles.builtIn().of("anthropic"));
  }

  /** Plays the keys' requests, all of them in order of time, to the end of the log. */
  void run(List<SimulatedKey> keys) {
    List<KeyRun> runs = new ArrayList<>();
    int total = 0;
    for (SimulatedKey key : keys) {
      runs.add(new KeyRun(key, accounts.computeIfAbsent(key.account, AccountRun::new)));
      total += key.size();
    }
    long[] order = new long[total];
    int next = 0;
    for (int k = 0; k < keys.size(); k++) {
      for (int i = 0; i < keys.get(k).size(); i++) {
        order[next++] = (keys.get(k).at(i) << 8) | k;
      }
    }
    Arrays.sort(order);
    for (long entry : order) {
      flush((entry >> 8) / SLICE_MILLIS);
      runs.get((int) (entry & 0xff)).next();
    }
    flush(Long.MAX_VALUE);
    accounts.values().forEach(account -> account.gate.advance(Long.MAX_VALUE));
  }

  /** Hands the sums of slices that are over to the accounts. */
  private void flush(long slice) {
    if (pendingSlice == slice) {
      return;
    }
    for (KeyRun run : pending) {
      run.account.add(run.takeSum());
    }
    pending.clear();
    pendingSlice = slice;
  }

  private final class KeyRun {
    private final SimulatedKey key;
    private final AccountRun account;
    private final Subject subject;
    private final KeyState state = new KeyState();
    private final Episodes episodes;
    private int index;
    private int requests;
    private long input;
    private long output;

    KeyRun(SimulatedKey key, AccountRun account) {
      this.key = key;
      this.account = account;
      subject = new Subject("anthropic", key.account, key.name, key.name, null);
      episodes = new Episodes(state.episodes, state.ended, "evaluation", this::offer);
    }

    void next() {
      UsageEvent event = event(index);
      long at = event.endMillis();
      episodes.quietUntil(at);
      state.firstAt = state.firstAt == 0 ? at : state.firstAt;
      Consumer<Finding> findings = finding -> episodes.found(subject, finding);
      for (KeySignal signal : keySignals) {
        signal.observe(event, state, keyContext, findings);
      }
      state.newestAt = at;
      index++;
      if (requests == 0) {
        pending.add(this);
      }
      requests++;
      input += event.tokens().uncachedInput();
      output += event.tokens().output();
    }

    AccountActivity takeSum() {
      boolean rising =
          KeyRise.isRising(state.pace, state.firstAt, state.newestAt, settings.growth());
      AccountActivity sum =
          new AccountActivity(
              AccountActivity.Kind.SUM,
              "anthropic",
              key.account,
              null,
              key.name,
              key.name,
              state.newestAt,
              requests,
              requests,
              state.newestAt,
              input,
              0,
              0,
              output,
              null,
              rising,
              AboveRecord.of(state.pace),
              null,
              false,
              false);
      requests = 0;
      input = 0;
      output = 0;
      return sum;
    }

    private void offer(Alert line) {
      keyLines.add(line);
      account.offer(line);
    }

    private UsageEvent event(int i) {
      return new UsageEvent(
          0,
          0,
          key.at(i),
          key.at(i),
          key.name,
          key.name,
          null,
          null,
          "anthropic",
          key.account,
          null,
          "claude-sonnet-5",
          new Tokens(key.input(i), 0, 0, key.output(i)),
          0,
          AnswerClass.OK,
          AnsweredBy.VENDOR,
          null,
          Credential.API_KEY,
          null,
          false);
    }
  }

  private final class AccountRun {
    private final AccountState state = new AccountState();
    private final Subject subject;
    private final Episodes episodes;
    private final GrowthGate gate;

    AccountRun(String name) {
      subject = Subject.ofAccount("anthropic", name);
      episodes = new Episodes(state.episodes, state.ended, "evaluation", accountLines::add);
      gate =
          new GrowthGate(
              state.growth,
              settings,
              line -> toldLines.add(new Told(line, state.newestAt)),
              finding -> {
                growthFindings.add(finding);
                episodes.found(subject, finding);
              });
    }

    void add(AccountActivity sum) {
      goOnTo(sum.at());
      new Carriers(state.carriers).see(sum);
      gate.observe(sum);
      for (AccountSignal signal : accountSignals) {
        signal.observe(sum, state, accountContext, finding -> episodes.found(subject, finding));
      }
    }

    void offer(Alert line) {
      goOnTo(line.changedAt());
      new Carriers(state.carriers).see(line);
      gate.offer(line, GrowthGate.aboveCeiling(line, settings.growth()));
    }

    private void goOnTo(long at) {
      state.firstAt = state.firstAt == 0 ? at : state.firstAt;
      state.newestAt = Math.max(state.newestAt, at);
      gate.advance(at);
      episodes.quietUntil(at);
    }
  }

  /**
   * A line of a key that the gate let through.
   *
   * @param at event time at which it did, epoch milliseconds
   */
  record Told(Alert line, long at) {}
}
