package io.banwatch.gateway;

/**
 * That a deployment belongs to a vendor's organisation, learned from a record that said so.
 *
 * @param deployment the gateway's id of the upstream and its credential
 * @param organization the vendor's organisation that answered
 */
public record KnownAccount(String deployment, String organization) {}
