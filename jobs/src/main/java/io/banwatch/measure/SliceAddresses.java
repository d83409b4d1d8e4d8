package io.banwatch.measure;

import io.banwatch.text.TextHash;
import java.util.Arrays;

/**
 * From which addresses the requests of a slice came. At most {@value #MOST}: those with the least
 * hashes, so that the same requests give the same addresses whatever their order. Plain public
 * fields as in {@link KeySlices}.
 */
public class SliceAddresses {
  static final int MOST = 64;

  /** The addresses, in the order of their hashes. */
  public String[] addresses = {};

  /** How many requests came from each. */
  public int[] requests = {};

  /** Requests from any other. */
  public int elsewhere;

  void add(String address) {
    for (int i = 0; i < addresses.length; i++) {
      if (addresses[i].equals(address)) {
        requests[i]++;
        return;
      }
    }
    int place = 0;
    while (place < addresses.length && precedes(addresses[place], address)) {
      place++;
    }
    if (place == MOST) {
      elsewhere++;
      return;
    }
    if (addresses.length == MOST) {
      elsewhere += requests[MOST - 1];
    } else {
      addresses = Arrays.copyOf(addresses, addresses.length + 1);
      requests = Arrays.copyOf(requests, requests.length + 1);
    }
    System.arraycopy(addresses, place, addresses, place + 1, addresses.length - place - 1);
    System.arraycopy(requests, place, requests, place + 1, requests.length - place - 1);
    addresses[place] = address;
    requests[place] = 1;
  }

  /** The hashes of the addresses, rising: what tells them apart at the account. */
  long[] hashes() {
    long[] hashes = new long[addresses.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = TextHash.of(addresses[i]);
    }
    return hashes;
  }

  private static boolean precedes(String one, String other) {
    int order = Long.compare(TextHash.of(one), TextHash.of(other));
    return order < 0 || (order == 0 && one.compareTo(other) < 0);
  }
}
