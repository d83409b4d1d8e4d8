package io.banwatch.inspect;

/** Which setting of a gateway brings a field into its log. */
final class GatewaySettings {
  private static final String NAME_ACCOUNTS =
      " Or name each account's deployments or hosts under accounts: in the policy.";
  private static final String TRUST_PROXIES =
      " Name proxies with public addresses under gateway.trustedProxies in the policy.";

  private GatewaySettings() {}

  static String ofLiteLlm(Field field) {
    return switch (field) {
      case KEY ->
          "give every caller a virtual key (POST /key/generate): its hash is logged as"
              + " metadata.user_api_key_hash";
      case ACCOUNT ->
          "run LiteLLM 1.106 or newer, which logs the vendor's organisation in"
              + " hidden_params.additional_headers; a callback that redacts must keep it."
              + NAME_ACCOUNTS;
      case TOKENS ->
          "a callback that redacts must keep prompt_tokens, completion_tokens and"
              + " metadata.usage_object";
      case ADDRESS ->
          "set general_settings.use_x_forwarded_for: true, and let the load balancer send"
              + " X-Forwarded-For."
              + TRUST_PROXIES;
      case CLIENT -> "a callback that redacts must keep user_agent";
      case CREDENTIAL ->
          "run LiteLLM 1.106 or newer, and keep metadata.used_client_oauth_token in a callback that"
              + " redacts";
      case RATE_LIMITS ->
          "a callback that redacts must keep x_ratelimit_limit_requests and its three siblings in"
              + " hidden_params.additional_headers";
    };
  }

  static String ofNginx(Field field) {
    return switch (field) {
      case KEY ->
          "log the key's last characters as key_hint, by the map in the comment of the mapping"
              + " nginx.yaml";
      case ACCOUNT ->
          "add $upstream_http_anthropic_organization_id and $upstream_http_openai_organization to"
              + " log_format."
              + NAME_ACCOUNTS;
      case TOKENS -> "does not know them; there is no setting";
      case ADDRESS ->
          "add $http_x_forwarded_for (xff) to log_format, or set real_ip_header and"
              + " set_real_ip_from."
              + TRUST_PROXIES;
      case CLIENT -> "add $http_user_agent to log_format";
      case CREDENTIAL ->
          "log a map of $http_authorization that says whether it is a"
              + " subscription's token, never the token, and name that field as subscription in a copy"
              + " of the mapping";
      case RATE_LIMITS ->
          "add $upstream_http_anthropic_ratelimit_requests_limit and its siblings, or"
              + " $upstream_http_x_ratelimit_limit_requests, to log_format, and name them as"
              + " requestsAllowed, requestsRemaining, tokensAllowed and tokensRemaining in a copy of the"
              + " mapping";
    };
  }

  static String ofEnvoy(Field field) {
    return switch (field) {
      case KEY ->
          "log a header that your own authentication sets, key_id: \"%REQ(x-key-id)%\", never"
              + " authorization";
      case ACCOUNT ->
          "log anthropic-organization-id: \"%RESP(anthropic-organization-id)%\" and"
              + " openai-organization: \"%RESP(openai-organization)%\"."
              + NAME_ACCOUNTS;
      case TOKENS ->
          "name input, output and cached tokens in the route's llmRequestCosts, and log them as"
              + " %DYNAMIC_METADATA(io.envoy.ai_gateway:llm_input_token)% and the like";
      case ADDRESS ->
          "log x-forwarded-for: \"%REQ(x-forwarded-for)%\" and downstream_remote_address, and set"
              + " clientIPDetection.xForwardedFor.numTrustedHops of the ClientTrafficPolicy to the"
              + " number of your load balancers."
              + TRUST_PROXIES;
      case CLIENT -> "log user-agent: \"%REQ(user-agent)%\"";
      case CREDENTIAL ->
          "log a header that your own authentication sets, and name it as subscription in a copy of"
              + " the mapping";
      case RATE_LIMITS ->
          "log \"%RESP(anthropic-ratelimit-requests-limit)%\" and its siblings, or"
              + " \"%RESP(x-ratelimit-limit-requests)%\", and name them as requestsAllowed,"
              + " requestsRemaining, tokensAllowed and tokensRemaining in a copy of the mapping";
    };
  }

  static String ofMapping(Field field) {
    return switch (field) {
      case KEY -> "name the field as key in the mapping";
      case ACCOUNT -> "name the field as organization in the mapping." + NAME_ACCOUNTS;
      case TOKENS -> "name the fields as inputTokens and outputTokens in the mapping";
      case ADDRESS -> "name the fields as forwardedFor or peer in the mapping." + TRUST_PROXIES;
      case CLIENT -> "name the field as client in the mapping";
      case CREDENTIAL -> "name the field as subscription in the mapping";
      case RATE_LIMITS ->
          "name the fields as requestsAllowed, requestsRemaining, tokensAllowed and tokensRemaining in"
              + " the mapping";
    };
  }
}
