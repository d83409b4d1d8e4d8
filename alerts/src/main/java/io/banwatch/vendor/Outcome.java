package io.banwatch.vendor;

/**
 * How a request ended, as the gateway logged it, before it is classified. Texts live only as long
 * as the classification: none is kept.
 *
 * @param succeeded whether the gateway counts it as a success
 * @param httpStatus the status, 100 to 599, or 0 when unknown
 * @param code the vendor's or the gateway's error code, for example {@code insufficient_quota};
 *     null when there is none
 * @param text the error's class and message as logged, cut to what classification needs; null when
 *     there is none
 * @param stopReason why the model stopped, for example {@code refusal}; null when unknown
 * @param reachedVendor whether the request left the gateway for the vendor; null when the log
 *     cannot say
 */
public record Outcome(
    boolean succeeded,
    int httpStatus,
    String code,
    String text,
    String stopReason,
    Boolean reachedVendor) {}
