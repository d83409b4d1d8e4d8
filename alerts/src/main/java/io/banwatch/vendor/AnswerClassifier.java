package io.banwatch.vendor;

import java.util.List;

/**
 * Says what an answer means, and who gave it: the gateway's rules first, then the vendor's, then
 * those that hold for any. Immutable and thread-safe.
 *
 * <p>A timeout counts as the vendor's when the log cannot say otherwise: the vendor had the
 * request.
 */
public final class AnswerClassifier {
  /** Knows nothing: every failure is {@link AnswerClass#UNKNOWN}. */
  static final AnswerClassifier EMPTY =
      new AnswerClassifier(List.of(), List.of(), List.of(), List.of());

  private final List<AnswerRule> gateways;
  private final List<AnswerRule> vendor;
  private final List<AnswerRule> generic;
  private final String[] refusals;

  /**
   * @param gateways how gateways answer by themselves
   * @param vendor how this vendor answers
   * @param generic what holds for any vendor
   * @param refusals stop reasons that mean a refusal
   */
  AnswerClassifier(
      List<AnswerRule> gateways,
      List<AnswerRule> vendor,
      List<AnswerRule> generic,
      List<String> refusals) {
    this.gateways = List.copyOf(gateways);
    this.vendor = List.copyOf(vendor);
    this.generic = List.copyOf(generic);
    this.refusals = refusals.toArray(String[]::new);
  }

  /** Classifies; a success is answered without a look at any text. */
  Answer classify(Outcome outcome) {
    AnsweredBy by =
        Boolean.FALSE.equals(outcome.reachedVendor()) ? AnsweredBy.GATEWAY : AnsweredBy.VENDOR;
    boolean refused = refused(outcome.stopReason());
    if (outcome.succeeded()) {
      return Answer.of(refused ? AnswerClass.REFUSAL : AnswerClass.OK, by);
    }
    ErrorText said = ErrorText.of(outcome);
    AnswerClass ofGateway = first(gateways, said);
    if (ofGateway != null) {
      return Answer.of(ofGateway, AnsweredBy.GATEWAY);
    }
    AnswerClass ofVendor = by == AnsweredBy.VENDOR ? first(vendor, said) : null;
    if (ofVendor != null) {
      return Answer.of(ofVendor, by);
    }
    if (refused) {
      return Answer.of(AnswerClass.REFUSAL, by);
    }
    AnswerClass ofAny = first(generic, said);
    return Answer.of(ofAny == null ? AnswerClass.UNKNOWN : ofAny, by);
  }

  private boolean refused(String stopReason) {
    if (stopReason == null) {
      return false;
    }
    for (String refusal : refusals) {
      if (refusal.equalsIgnoreCase(stopReason)) {
        return true;
      }
    }
    return false;
  }

  private static AnswerClass first(List<AnswerRule> rules, ErrorText said) {
    for (AnswerRule rule : rules) {
      if (rule.matches(said)) {
        return rule.answer();
      }
    }
    return null;
  }
}
