package io.banwatch.alert;

/**
 * Whom an alert is about. The account is fixed when an episode opens.
 *
 * @param vendor who may cut the traffic off, for example {@code anthropic}; null for the feed
 * @param account the vendor's organisation that pays, or {@code unknown@vendor}; null for the feed
 * @param key the gateway's credential (its hash, never the secret); null for a whole account, and
 *     for the feed
 * @param keyAlias the key's name for people; null when the gateway has none
 * @param team the team that owns the key; null when the gateway has none
 */
public record Subject(String vendor, String account, String key, String keyAlias, String team) {
  /** The account as a whole. */
  public static Subject ofAccount(String vendor, String account) {
    return new Subject(vendor, account, null, null, null);
  }

  /** The gateway's log itself: neither a vendor's account nor a key. */
  public static Subject ofFeed() {
    return new Subject(null, null, null, null, null);
  }

  /** Whether it is the gateway's log itself. */
  public boolean isFeed() {
    return vendor == null && account == null && key == null;
  }
}
