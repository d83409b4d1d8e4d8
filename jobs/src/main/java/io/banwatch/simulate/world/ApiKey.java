package io.banwatch.simulate.world;

/**
 * A gateway key and who holds it.
 *
 * @param index its place in the world, from 0
 * @param alias its name for people, which depends on the index alone
 * @param hash SHA-256 of the invented key, hex
 * @param kind whose it is
 * @param account the vendor account that pays for it
 * @param team the team's id
 * @param teamName the team's name
 * @param user the person or service behind it
 * @param client the program that usually uses it
 * @param home the network it usually comes from
 * @param office where the holder works some days; null when nowhere else
 * @param proxied whether the gateway sees it through a load balancer that adds itself to the
 *     forwarded-for list
 */
public record ApiKey(
    int index,
    String alias,
    String hash,
    KeyKind kind,
    Account account,
    String team,
    String teamName,
    String user,
    Client client,
    Network home,
    Network office,
    boolean proxied) {
  /** The vendor that answers it. */
  public Vendor vendor() {
    return account.vendor();
  }
}
