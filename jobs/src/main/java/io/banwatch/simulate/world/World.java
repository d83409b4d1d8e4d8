package io.banwatch.simulate.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The company whose gateway is simulated. Of ten keys six are people's, three services' and one a
 * batch job's; accounts take turns: Anthropic, OpenAI, Anthropic.
 *
 * @param seeds where its random streams come from
 * @param accounts the vendor accounts, at least three
 * @param keys the gateway's keys by index
 */
public record World(Seeds seeds, List<Account> accounts, List<ApiKey> keys) {
  private static final int FEWEST_ACCOUNTS = 3;
  private static final int KEYS_AN_ACCOUNT = 100;
  private static final String KINDS = "SPPBPSPPSP";
  private static final List<String> PEOPLE =
      List.of(
          "anna", "ben", "chloe", "david", "elif", "felix", "grace", "hugo", "ines", "jonas",
          "karim", "lena", "marco", "nadia", "oscar", "priya", "quentin", "rosa", "sam", "tariq",
          "ursula", "viktor", "wendy", "yuki");
  private static final List<String> SERVICES =
      List.of(
          "search-api",
          "support-bot",
          "ci-runner",
          "checkout-helper",
          "docs-answers",
          "ticket-triage",
          "mail-drafts",
          "moderation",
          "catalog-texts",
          "voice-agent",
          "crm-notes",
          "fraud-review");
  private static final List<String> BATCHES =
      List.of("nightly-eval", "report-writer", "index-refresh", "churn-scoring");
  private static final List<String> TEAMS =
      List.of("search", "support", "platform", "data", "mobile", "growth");
  private static final List<Network> HOMES =
      List.of(
          Network.BERLIN_TELEKOM,
          Network.LONDON_VIRGIN,
          Network.SAN_FRANCISCO_COMCAST,
          Network.PARIS_ORANGE,
          Network.NEW_YORK_CHARTER,
          Network.BERLIN_VODAFONE,
          Network.MUNICH_TELEKOM,
          Network.SAN_FRANCISCO_SONIC,
          Network.PARIS_FREE,
          Network.CHICAGO_COMCAST,
          Network.DUBLIN_VIRGIN,
          Network.SEATTLE_COMCAST,
          Network.TORONTO_ROGERS);
  private static final List<Network> SERVERS =
      List.of(
          Network.ASHBURN_AWS, Network.DUBLIN_AWS, Network.BERLIN_OFFICE, Network.AMSTERDAM_AZURE);

  /**
   * The world of a seed.
   *
   * @param seed any number
   * @param keys how many gateway keys it has, at least 1
   */
  public static World of(long seed, int keys) {
    Seeds seeds = new Seeds(seed);
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < Math.max(FEWEST_ACCOUNTS, keys / KEYS_AN_ACCOUNT); i++) {
      accounts.add(account(seed, i));
    }
    List<ApiKey> all = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      all.add(key(seed, i, accounts.get(i % accounts.size())));
    }
    return new World(seeds, List.copyOf(accounts), List.copyOf(all));
  }

  private static Account account(long seed, int index) {
    String name = "account-" + index + "-" + seed;
    if (index % FEWEST_ACCOUNTS == 1) {
      String hash = Hashes.sha256(name);
      return new Account(
          index, Vendor.OPENAI, "org-" + hash.substring(0, 24), "proj_" + hash.substring(24, 48));
    }
    return new Account(index, Vendor.ANTHROPIC, Hashes.uuid(name), "");
  }

  private static ApiKey key(long seed, int index, Account account) {
    KeyKind kind = kind(index);
    int nth = nth(index, kind);
    String alias =
        switch (kind) {
          case PERSON -> name(PEOPLE, nth);
          case SERVICE -> name(SERVICES, nth);
          case BATCH -> name(BATCHES, nth);
        };
    String team = TEAMS.get(index % TEAMS.size());
    Network home =
        kind == KeyKind.PERSON ? HOMES.get(nth % HOMES.size()) : SERVERS.get(nth % SERVERS.size());
    return new ApiKey(
        index,
        alias,
        Hashes.sha256("simulated-key-" + seed + "-" + index),
        kind,
        account,
        "team-" + team,
        team.substring(0, 1).toUpperCase(Locale.ROOT) + team.substring(1),
        kind == KeyKind.PERSON ? alias : "svc-" + alias,
        client(kind, account.vendor(), nth),
        home,
        kind == KeyKind.PERSON ? office(home) : null,
        index % 4 == 1);
  }

  private static KeyKind kind(int index) {
    return switch (KINDS.charAt(index % KINDS.length())) {
      case 'P' -> KeyKind.PERSON;
      case 'S' -> KeyKind.SERVICE;
      default -> KeyKind.BATCH;
    };
  }

  /** How many keys of the same kind come before this one. */
  private static int nth(int index, KeyKind kind) {
    int cycle = KINDS.length();
    int before = 0;
    int inCycle = 0;
    for (int i = 0; i < cycle; i++) {
      if (kind(i) == kind) {
        inCycle++;
        before += i < index % cycle ? 1 : 0;
      }
    }
    return index / cycle * inCycle + before;
  }

  private static String name(List<String> names, int nth) {
    int round = nth / names.size();
    return names.get(nth % names.size()) + (round == 0 ? "" : "-" + (round + 1));
  }

  private static Client client(KeyKind kind, Vendor vendor, int nth) {
    boolean first = nth % 2 == 0;
    if (kind == KeyKind.PERSON) {
      return switch (vendor) {
        case ANTHROPIC -> nth % 3 == 2 ? Client.CURSOR : Client.CLAUDE_CLI;
        case OPENAI -> first ? Client.CODEX : Client.CURSOR;
      };
    }
    return switch (vendor) {
      case ANTHROPIC -> first ? Client.ANTHROPIC_PYTHON : Client.ANTHROPIC_TYPESCRIPT;
      case OPENAI -> first ? Client.OPENAI_PYTHON : Client.OPENAI_TYPESCRIPT;
    };
  }

  private static Network office(Network home) {
    return Network.of(NetworkUse.OFFICE).stream()
        .filter(office -> office.city().equals(home.city()))
        .findFirst()
        .orElse(null);
  }
}
