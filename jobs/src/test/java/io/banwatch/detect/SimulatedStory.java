package io.banwatch.detect;

/** An incident that every run must catch, added to a key's own traffic. */
enum SimulatedStory {
  /** The stolen key of September 2026: one large request a minute. */
  STOLEN_KEY(1.0) {
    @Override
    void play(SimulatedKey key, long from) {
      steady(key, from, 60, 60.0 / 3_600, 180_000, 364_000, 1_000, 8_000);
    }
  },
  /** Doubles every 20 minutes from an ordinary pace. */
  RUNAWAY_RAMP(3.5) {
    @Override
    void play(SimulatedKey key, long from) {
      double at = 0;
      while (at < hours() * 3_600) {
        double rate = Math.min(0.02 * Math.pow(2, at / 1_200), 10);
        at += -Math.log(1 - key.uniform(0, 1)) / rate;
        key.addOwn(from + Math.round(at * 1_000));
      }
    }
  },
  /** Five requests a second at once. */
  INSTANT_BURST(0.25) {
    @Override
    void play(SimulatedKey key, long from) {
      for (int i = 0; i < 5 * 900; i++) {
        key.addOwn(from + i * 200L);
      }
    }
  },
  /** An ordinary pace of requests, each very large. */
  TOKEN_BURST(1.0) {
    @Override
    void play(SimulatedKey key, long from) {
      steady(key, from, 60, 4.0 / 60, 60_000, 190_000, 500, 3_000);
    }
  },
  /** A key that slept for days is used again, by somebody. */
  DORMANT_KEY(1.0) {
    @Override
    void play(SimulatedKey key, long from) {
      key.silence(SimulatedKey.day(from) - 3, SimulatedKey.day(from));
      steady(key, from, 60, 0.5, 1_000, 6_000, 300, 1_500);
    }
  },
  /** Steady, identical, long: many answers of one kind. */
  DISTILLATION(8.0) {
    @Override
    void play(SimulatedKey key, long from) {
      steady(key, from, 480, 1, 1_200, 1_600, 900, 1_500);
    }
  };

  private final double hours;

  SimulatedStory(double hours) {
    this.hours = hours;
  }

  double hours() {
    return hours;
  }

  abstract void play(SimulatedKey key, long from);

  private static void steady(
      SimulatedKey key,
      long from,
      int minutes,
      double rate,
      double leastInput,
      double mostInput,
      double leastOutput,
      double mostOutput) {
    double at = 0;
    while (at < minutes * 60.0) {
      key.add(
          from + Math.round(at * 1_000),
          Math.round(key.uniform(leastInput, mostInput)),
          Math.round(key.uniform(leastOutput, mostOutput)));
      at += key.uniform(0.5, 1.5) / rate;
    }
  }
}
