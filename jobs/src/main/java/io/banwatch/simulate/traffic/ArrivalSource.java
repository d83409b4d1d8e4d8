package io.banwatch.simulate.traffic;

/** Requests of one behaviour at the times of some arrivals. */
record ArrivalSource(Arrivals arrivals, Behaviour behaviour) implements RequestSource {
  @Override
  public Request next() {
    long start = arrivals.next();
    return start == Arrivals.NO_MORE ? null : behaviour.request(start);
  }
}
