package io.banwatch.detect;

import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.util.List;

/** What place signals ask of a request, and of what is known of its key. */
final class Whereabouts {
  private static final NetworkKind[] KINDS = NetworkKind.values();

  private Whereabouts() {}

  /**
   * Whether the request shows where its key is used: from a public address that is not the
   * company's own, by a named key, and not refused by the gateway for its credential, since anybody
   * may name a key they do not hold.
   */
  static boolean shownBy(UsageEvent event, Place place) {
    return place != null
        && place.kind() != NetworkKind.DECLARED
        && !UsageEvent.UNKNOWN.equals(event.key())
        && !(event.answeredBy() == AnsweredBy.GATEWAY && event.answerClass() == AnswerClass.AUTH);
  }

  /**
   * Requests from what is known, forgotten or not: all but those from what is still news.
   *
   * @param all requests of the key, over its whole life
   */
  static long requestsFromKnown(long all, List<? extends Sighting> sightings, int establishedDays) {
    long requests = all;
    for (Sighting sighting : sightings) {
      if (sighting.pending(establishedDays)) {
        requests -= sighting.requests;
      }
    }
    return requests;
  }

  /** How many are news, and not yet the key's own. */
  static int pending(List<? extends Sighting> sightings, int establishedDays) {
    int pending = 0;
    for (Sighting sighting : sightings) {
      if (sighting.pending(establishedDays)) {
        pending++;
      }
    }
    return pending;
  }

  /** The kind of network over which most requests came that are no news. */
  static NetworkKind usualKind(List<KnownNetwork> networks, int establishedDays) {
    NetworkKind usual = NetworkKind.ACCESS;
    long most = requests(networks, usual, establishedDays);
    for (NetworkKind kind : KINDS) {
      long requests = requests(networks, kind, establishedDays);
      if (requests > most) {
        most = requests;
        usual = kind;
      }
    }
    return usual;
  }

  private static long requests(List<KnownNetwork> networks, NetworkKind kind, int establishedDays) {
    long requests = 0;
    for (KnownNetwork network : networks) {
      if (network.kind == kind && !network.pending(establishedDays)) {
        requests += network.requests;
      }
    }
    return requests;
  }
}
