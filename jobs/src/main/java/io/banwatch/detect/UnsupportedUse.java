package io.banwatch.detect;

/** How a key was used from countries that its vendor does not serve, within one episode. */
public class UnsupportedUse extends Sighting {
  /** Requests of the key from any country, over its whole life. */
  public long placed;

  /** The newest such network's number. */
  public long network;

  /** Whether there was more than one such network. */
  public boolean severalNetworks;

  /** How many requests from there came over an access network. */
  public long byAccess;

  /** How often the vendor itself refused the region. */
  public long refusals;
}
