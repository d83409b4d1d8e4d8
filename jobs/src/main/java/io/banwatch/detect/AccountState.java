package io.banwatch.detect;

import io.banwatch.alert.Episode;
import io.banwatch.alert.Episodes;
import java.util.ArrayList;
import java.util.List;

/** All that is remembered of one account; plain public fields as in {@link KeyState}. */
public class AccountState {
  /** The vendor; empty before the first activity. */
  public String vendor = "";

  /** The account's name; empty before the first activity. */
  public String account = "";

  /** Event time of the account's first activity, epoch milliseconds; 0 before it. */
  public long firstAt;

  /** Event time of the account's newest activity, epoch milliseconds. */
  public long newestAt;

  /** When the operator looks at this account again, epoch milliseconds; 0 for not set. */
  public long timerAt;

  /** Open episodes about this account. */
  public List<Episode> episodes = new ArrayList<>();

  /** Ids of the newest that ended, at most {@link Episodes#MOST_ENDED}. */
  public List<String> ended = new ArrayList<>();

  /** What the account sends. */
  public PaceState pace = new PaceState();

  /** How its credentials are answered. */
  public AuthenticationState authentication = new AuthenticationState();

  /** Where it was answered that it is disabled. */
  public DisabledState disabled = new DisabledState();

  /** The keys that may carry its rise. */
  public CarriersState carriers = new CarriersState();

  /** Its keys' rises, and the pace alerts that wait for them. */
  public GrowthState growth = new GrowthState();
}
