package io.banwatch.inspect;

import io.banwatch.usage.UsageEvent;

/** Who and what is in a log, and how often. */
public final class Names {
  private static final int SHORT_HASH = 8;

  private final Tally vendors = new Tally();
  private final Tally accounts = new Tally();
  private final Tally keys = new Tally();
  private final Tally models = new Tally();
  private final Tally clients = new Tally();
  private final Tally answers = new Tally();

  Names() {}

  void add(UsageEvent event) {
    vendors.add(event.vendor());
    accounts.add(event.account());
    keys.add(keyOf(event));
    models.add(event.model());
    clients.add(event.client());
    answers.add(event.answerClass().word());
  }

  /** Two keys may have one alias, so a part of the hash stands beside it. */
  private static String keyOf(UsageEvent event) {
    String hash =
        event.key().length() > SHORT_HASH ? event.key().substring(0, SHORT_HASH) : event.key();
    return event.keyAlias() == null ? hash : event.keyAlias() + "#" + hash;
  }

  /** Vendors, by their ids. */
  public Tally vendors() {
    return vendors;
  }

  /** Accounts at the vendors. */
  public Tally accounts() {
    return accounts;
  }

  /** Keys: alias and the head of the hash. */
  public Tally keys() {
    return keys;
  }

  /** Models, as vendors name them. */
  public Tally models() {
    return models;
  }

  /** User agents. */
  public Tally clients() {
    return clients;
  }

  /** Answer classes. */
  public Tally answers() {
    return answers;
  }
}
