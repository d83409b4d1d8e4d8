package io.banwatch.vendor;

import java.util.Set;

/**
 * What is known of one vendor, from its dated profile.
 *
 * @param id the vendor's id, for example {@code anthropic}
 * @param unsupportedRegions ISO 3166 alpha-2 codes of countries it does not serve
 */
public record VendorProfile(String id, Set<String> unsupportedRegions) {}
