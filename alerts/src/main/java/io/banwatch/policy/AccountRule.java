package io.banwatch.policy;

import java.util.List;

/**
 * Names an account by what the log holds of it. A request belongs to the first rule of which any
 * list holds its value.
 *
 * @param account the name it gets
 * @param vendor only requests to this vendor; null for any
 * @param organizations organisation ids that the vendor answers with
 * @param deployments the gateway's ids of upstream and credential (LiteLLM's {@code model_id})
 * @param hosts host names of the upstream ({@code api_base})
 */
public record AccountRule(
    String account,
    String vendor,
    List<String> organizations,
    List<String> deployments,
    List<String> hosts) {
  /** Copies the lists; one that is left out is empty. */
  public AccountRule {
    organizations = organizations == null ? List.of() : List.copyOf(organizations);
    deployments = deployments == null ? List.of() : List.copyOf(deployments);
    hosts = hosts == null ? List.of() : List.copyOf(hosts);
  }
}
