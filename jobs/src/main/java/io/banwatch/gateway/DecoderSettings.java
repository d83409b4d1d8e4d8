package io.banwatch.gateway;

import java.io.Serializable;
import java.util.List;

/**
 * All that a decoder needs, in plain values, so that it can be made wherever a log is read.
 *
 * @param format the format's name, or the file of the mapping
 * @param mapping the text of the mapping; null for a format that needs none
 * @param trustedProxies blocks in CIDR notation, or addresses, of one's own proxies in front of the
 *     gateway
 * @param trustedHops how many hops from the right of a forwarded-for list are one's own, whatever
 *     their addresses
 */
public record DecoderSettings(
    String format, String mapping, List<String> trustedProxies, int trustedHops)
    implements Serializable {}
