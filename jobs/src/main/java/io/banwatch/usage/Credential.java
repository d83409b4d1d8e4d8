package io.banwatch.usage;

/** What kind of vendor credential paid for a request. */
public enum Credential {
  /** The log does not say. */
  UNKNOWN,
  /** The company's own key, held by the gateway. */
  API_KEY,
  /** The subscription token of a person, sent through by the client. */
  SUBSCRIPTION
}
