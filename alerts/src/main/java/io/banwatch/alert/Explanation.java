package io.banwatch.alert;

import java.util.List;

/**
 * What an alert says to a person.
 *
 * @param summary one sentence that is understood at once
 * @param reason why a vendor's enforcement might act on this pattern; "resembles", never "caused
 *     by", since no vendor publishes its rules
 * @param evidence observed, expected and how it was learned, in reading order
 * @param nextSteps what to do, most useful first
 */
public record Explanation(
    String summary, String reason, List<Fact> evidence, List<String> nextSteps) {}
