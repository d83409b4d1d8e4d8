package io.banwatch.gateway;

import java.util.Locale;

/** What a mapping may say of one field. */
enum MappingOption {
  /** Where the value stands: a JSON pointer, or several of which the first with a value counts. */
  POINTER,
  /** The value itself, when no pointer gives one. */
  CONSTANT,
  /** Patterns with what they mean; or patterns of which one must fit. */
  MATCH,
  /** Whether a value that fits no pattern stays as it is. */
  KEEP_OTHERS,
  /** What a time or a duration is counted in. */
  UNIT,
  /** Whether a time is the request's start or its end. */
  IS,
  /** Whether input tokens include those of the cache. */
  INCLUDES_CACHE,
  /** Which statuses are a success. */
  SUCCESS;

  /** The name in a mapping file: in camel case. */
  String word() {
    String[] parts = name().toLowerCase(Locale.ROOT).split("_", 2);
    return parts.length == 1
        ? parts[0]
        : parts[0] + Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
  }
}
