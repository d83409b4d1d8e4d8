package io.banwatch.scenario;

import io.banwatch.simulate.world.Hashes;
import io.banwatch.simulate.world.Network;

/**
 * Who calls through the gateway, and with what.
 *
 * @param alias the key's name for people
 * @param team the team that owns the key
 * @param vendor {@code anthropic} or {@code openai}
 * @param account the vendor's organisation that pays; of a subscription, its holder's own
 * @param model the vendor's name of the model
 * @param client the user agent
 * @param address where the caller sits, as the gateway logs it
 * @param user the end user, or null
 * @param subscription whether the client sends a subscription token
 */
record Caller(
    String alias,
    String team,
    String vendor,
    String account,
    String model,
    String client,
    String address,
    String user,
    boolean subscription) {
  /** The organisation that most stories play in. */
  static final String ORGANISATION = "6f0e3a52-5d1c-4b7e-9a40-2c8d1f7b9e35";

  /** The organisation of the stories about OpenAI. */
  static final String OPENAI_ORGANISATION = "org-lanternworks";

  static final String SMALL_MODEL = "claude-haiku-4-5";
  static final String MODEL = "claude-sonnet-5";
  static final String LARGE_MODEL = "claude-opus-5";
  static final String SDK = "Anthropic/Python 0.72.0";
  static final String CLAUDE_CODE = "claude-cli/2.1.14 (external, cli)";
  static final String EDITOR = "Cursor/2.0.43";
  static final String OTHER_AGENT = "opencode/1.2.3 ai-sdk/anthropic";
  static final String OPENAI_SDK = "OpenAI/Python 1.99.1";

  /** A service in a hosting region, on an Anthropic account. */
  static Caller service(String alias) {
    return new Caller(
        alias,
        "platform",
        "anthropic",
        ORGANISATION,
        MODEL,
        SDK,
        addressOf(Network.DUBLIN_AWS, 20),
        null,
        false);
  }

  /** A person with an editor at home in Berlin, on an Anthropic account. */
  static Caller person(String alias) {
    return new Caller(
        alias,
        "engineering",
        "anthropic",
        ORGANISATION,
        MODEL,
        EDITOR,
        addressOf(Network.BERLIN_TELEKOM, 17),
        alias,
        false);
  }

  /** A service on an OpenAI account. */
  static Caller openaiService(String alias) {
    return new Caller(
        alias,
        "platform",
        "openai",
        OPENAI_ORGANISATION,
        "gpt-5",
        OPENAI_SDK,
        addressOf(Network.DUBLIN_AWS, 21),
        null,
        false);
  }

  Caller from(Network network, int host) {
    return from(addressOf(network, host));
  }

  Caller from(String elsewhere) {
    return new Caller(alias, team, vendor, account, model, client, elsewhere, user, subscription);
  }

  Caller asking(String otherModel) {
    return new Caller(
        alias, team, vendor, account, otherModel, client, address, user, subscription);
  }

  Caller with(String otherClient) {
    return new Caller(
        alias, team, vendor, account, model, otherClient, address, user, subscription);
  }

  Caller paidBy(String otherAccount) {
    return new Caller(
        alias, team, vendor, otherAccount, model, client, address, user, subscription);
  }

  Caller by(String otherUser) {
    return new Caller(
        alias, team, vendor, account, model, client, address, otherUser, subscription);
  }

  /** With a subscription token instead of the company's API key. */
  Caller onSubscription(String holdersOrganisation) {
    return new Caller(alias, team, vendor, holdersOrganisation, model, client, address, user, true);
  }

  /** What the gateway logs instead of the key. */
  String hash() {
    return Hashes.sha256("sk-" + alias);
  }

  boolean anthropic() {
    return vendor.equals("anthropic");
  }

  /** The address of this number in the network's first block of 256. */
  static String addressOf(Network network, int host) {
    return network.ipv4().replaceFirst("\\.0/.*", "." + host);
  }
}
