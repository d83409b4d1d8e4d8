package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/** What an account knows of the keys that may carry its rise. Bounded, however many keys it has. */
public class CarriersState {
  /** Keys that sent more than ever before, newest last, at most {@link Carriers#MOST_RISEN}. */
  public List<RisenKey> risen = new ArrayList<>();

  /** Open pace alerts about keys, oldest first, at most {@link Carriers#MOST_OPEN}. */
  public List<OpenPaceAlert> open = new ArrayList<>();
}
