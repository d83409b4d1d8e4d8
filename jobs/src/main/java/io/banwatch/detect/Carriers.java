package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import java.util.List;

/**
 * Which key carries the rise of an account, and whether a person already reads of it: an account
 * that rises because one key does is that key's alert told again.
 */
final class Carriers {
  /** How many keys above their records are remembered. */
  static final int MOST_RISEN = 64;

  /** How many open alerts about keys are remembered. */
  static final int MOST_OPEN = 512;

  private final CarriersState state;

  Carriers(CarriersState state) {
    this.state = state;
  }

  /** Sees what a key sends: {@link AccountActivity.Kind#SUM} only. */
  void see(AccountActivity sum) {
    int known = placeOf(sum.key());
    if (known >= 0) {
      state.risen.remove(known);
    }
    if (sum.aboveRecord() == null) {
      return;
    }
    RisenKey risen = new RisenKey();
    risen.key = sum.key();
    risen.alias = sum.keyAlias() == null ? "" : sum.keyAlias();
    risen.at = sum.at();
    risen.above = sum.aboveRecord();
    state.risen.add(risen);
    if (state.risen.size() > MOST_RISEN) {
      state.risen.remove(0);
    }
  }

  /** Sees a line of a key's pace alert, whether it is told or waits. */
  void see(Alert line) {
    state.open.removeIf(open -> open.id.equals(line.id()));
    if (line.status() == AlertStatus.RESOLVED) {
      return;
    }
    OpenPaceAlert open = new OpenPaceAlert();
    open.id = line.id();
    open.signal = line.signal();
    open.key = line.subject().key();
    open.severity = line.severity();
    open.planned = planned(line.explanation().evidence());
    state.open.add(open);
    if (state.open.size() > MOST_OPEN) {
      state.open.remove(0);
    }
  }

  /**
   * The key that rose most in the window of an account's breach, beyond its own record.
   *
   * @return null when no key did
   */
  PaceCarrier largest(PaceBreach breach) {
    int place = AboveRecord.place(breach.measure(), breach.span());
    RisenKey largest = null;
    for (RisenKey risen : state.risen) {
      if (risen.at > breach.at() - breach.span().millis()
          && risen.above.more[place] > (largest == null ? 0 : largest.above.more[place])) {
        largest = risen;
      }
    }
    if (largest == null) {
      return null;
    }
    double share = largest.above.more[place] / Math.max(breach.observed() - breach.record(), 1);
    return new PaceCarrier(largest.key, largest.name(), Math.min(share, 1));
  }

  /**
   * Whether the key's own alert of the signal is open and as severe, or calmed by a planned event.
   *
   * @param absorbed episodes that growth has absorbed: nobody reads those
   */
  boolean told(String signal, String key, Severity severity, List<String> absorbed) {
    for (OpenPaceAlert open : state.open) {
      if (open.signal.equals(signal)
          && open.key.equals(key)
          && (open.planned || open.severity.compareTo(severity) >= 0)
          && !absorbed.contains(open.id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The place of a key that rose, or -1. Asked for every sum: texts keep their hashes, and keys are
   * so alike that comparing them took a seventh of an account's time.
   */
  private int placeOf(String key) {
    int hash = key.hashCode();
    for (int i = 0; i < state.risen.size(); i++) {
      String risen = state.risen.get(i).key;
      if (risen.hashCode() == hash && risen.equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean planned(List<Fact> evidence) {
    for (Fact fact : evidence) {
      if (fact.name().equals(Calming.PLANNED_EVENT)) {
        return true;
      }
    }
    return false;
  }
}
