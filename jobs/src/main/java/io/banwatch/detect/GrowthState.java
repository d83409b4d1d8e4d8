package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Which keys of one account rise, and the pace alerts that wait to see it. Bounded, however many
 * keys the account has.
 */
public class GrowthState {
  /** A uniform sample of the active keys, at most {@link GrowthSample#MOST}. */
  public List<SiblingState> siblings = new ArrayList<>();

  /** Episodes whose lines wait, oldest first. */
  public List<HeldEpisode> held = new ArrayList<>();

  /** Ids of open episodes that growth has absorbed, oldest first. */
  public List<String> absorbed = new ArrayList<>();

  /**
   * When most keys rose together, by measure and window ({@link AboveRecord#place}); empty before
   * the first time.
   */
  public List<GrownWindow> grown = new ArrayList<>();

  /** The keys that went furthest in this growth, for people, furthest first. */
  public List<GrownKey> largest = new ArrayList<>();
}
