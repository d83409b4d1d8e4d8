package io.banwatch.dashboards;

/**
 * Which points a page is about: conditions on the variables that its reader has chosen.
 *
 * <p>{@code ${x:regex}} and not {@code $x}: left to itself, Grafana escapes no single value that
 * begins with a digit, as identifiers of accounts do.
 */
final class Scope {
  static final String ACCOUNT =
      "\"vendor\" =~ /^${vendor:regex}$/ AND \"account\" =~ /^${account:regex}$/";
  static final String TEAM = ACCOUNT + " AND \"team\" =~ /^${team:regex}$/";
  static final String KEY = TEAM + " AND \"api_key\" =~ /^${api_key:regex}$/";

  /** Everything. */
  static final String ALL = "\"vendor\" =~ /^.*$/";

  private Scope() {}
}
