package io.banwatch.detect;

/** Whose subscription tokens one key carried. Plain public fields as in {@link KeyState}. */
public class SubscriptionState {
  /** Requests with a subscription token and a client that is not the vendor's own. */
  public long foreignRequests;

  /** People whose tokens the key carried, as the vendor's own clients name them. */
  public RecentDistinct people = new RecentDistinct();

  /** The same people or others, as the gateway names them: never added to the former. */
  public RecentDistinct users = new RecentDistinct();

  /** Addresses from which it carried them; of IPv6 the first 64 bits, which are one household's. */
  public RecentDistinct addresses = new RecentDistinct();
}
