package io.banwatch.gateway;

import io.banwatch.policy.AccountRule;
import io.banwatch.usage.Credential;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Names the account that pays for each request: by the policy's rules, else by the organisation
 * that the log holds, else by what an earlier record said of the same deployment.
 *
 * <p>Its memory depends on the order of the events, so one resolver must see all of a log's events
 * in order. A request with a client's subscription token is its user's own: it neither teaches nor
 * takes the account of its deployment. Not thread-safe.
 */
public final class AccountResolver {
  /** Deployments that were not used for longer are forgotten first. */
  static final int MOST_DEPLOYMENTS = 10_000;

  private static final String SUBSCRIPTION = "subscription@";
  private static final float LOAD = 0.75f;

  private final List<AccountRule> rules;
  private final Map<String, String> organizations = new LinkedHashMap<>(64, LOAD, true);

  /**
   * Knows no deployment yet.
   *
   * @param rules the policy's rules, in order
   */
  public AccountResolver(List<AccountRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * The event with its account, and learns from it.
   *
   * @param event as decoded: its account is the vendor's organisation, or null
   * @param host the host name of the upstream, or null
   */
  public UsageEvent resolve(UsageEvent event, String host) {
    String account = accountOf(event, host);
    return Objects.equals(account, event.account()) ? event : event.withAccount(account);
  }

  private String accountOf(UsageEvent event, String host) {
    if (event.credential() == Credential.SUBSCRIPTION) {
      AccountRule rule = ruleFor(event.vendor(), event.account(), null, null);
      if (rule != null) {
        return rule.account();
      }
      return event.account() == null ? SUBSCRIPTION + event.vendor() : event.account();
    }
    String organization = learn(event.deployment(), event.account());
    AccountRule rule = ruleFor(event.vendor(), organization, event.deployment(), host);
    if (rule != null) {
      return rule.account();
    }
    return organization == null ? UsageEvent.unknownAccountOf(event.vendor()) : organization;
  }

  /** The organisation, or the one that the deployment had before. */
  private String learn(String deployment, String organization) {
    if (deployment == null) {
      return organization;
    }
    if (organization == null) {
      return organizations.get(deployment);
    }
    organizations.put(deployment, organization);
    if (organizations.size() > MOST_DEPLOYMENTS) {
      organizations.remove(organizations.keySet().iterator().next());
    }
    return organization;
  }

  private AccountRule ruleFor(String vendor, String organization, String deployment, String host) {
    for (AccountRule rule : rules) {
      boolean forVendor = rule.vendor() == null || rule.vendor().equals(vendor);
      boolean holds =
          holds(rule.organizations(), organization)
              || holds(rule.deployments(), deployment)
              || holds(rule.hosts(), host);
      if (forVendor && holds) {
        return rule;
      }
    }
    return null;
  }

  private static boolean holds(List<String> values, String value) {
    return value != null && values != null && values.contains(value);
  }

  /** What was learned, the longest unused first: all that a restart needs. */
  public List<KnownAccount> memory() {
    List<KnownAccount> known = new ArrayList<>(organizations.size());
    organizations.forEach(
        (deployment, organization) -> known.add(new KnownAccount(deployment, organization)));
    return known;
  }

  /** Takes up what {@link #memory()} gave, in its order. */
  public void restore(List<KnownAccount> known) {
    organizations.clear();
    known.forEach(account -> organizations.put(account.deployment(), account.organization()));
  }
}
