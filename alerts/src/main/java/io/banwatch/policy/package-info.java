/** The policy: every threshold a person may tune, bound, merged with its overrides, and checked. */
package io.banwatch.policy;
