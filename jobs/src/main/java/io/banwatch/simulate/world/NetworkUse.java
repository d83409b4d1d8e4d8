package io.banwatch.simulate.world;

/** What a network's addresses are used for. */
public enum NetworkUse {
  HOME,
  OFFICE,
  HOSTING,
  VPN
}
