package io.banwatch.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one profile file holds, before it is joined with what holds for every vendor.
 *
 * @param vendor the vendor's id, or null in a file about none
 * @param name the vendor's name for people, or null as the id
 * @param unsupportedRegions ISO codes
 * @param subscription about subscription tokens
 * @param appeal a sentence, or null
 * @param personalClients words in user agents, lower case
 * @param refusals stop reasons
 * @param answers rules in order
 */
record ProfileFacts(
    String vendor,
    String name,
    Set<String> unsupportedRegions,
    SubscriptionFacts subscription,
    String appeal,
    List<String> personalClients,
    List<String> refusals,
    List<AnswerRule> answers) {

  /** The profile, with what holds for gateways and for any vendor. */
  VendorProfile profile(ProfileFacts gateways, ProfileFacts generic) {
    List<String> stopReasons = new ArrayList<>(generic.refusals());
    stopReasons.addAll(refusals);
    AnswerClassifier classifier =
        new AnswerClassifier(gateways.answers(), answers, generic.answers(), stopReasons);
    List<String> personal = new ArrayList<>(generic.personalClients());
    personal.addAll(personalClients);
    return new VendorProfile(
        vendor, name, unsupportedRegions, subscription, appeal, personal, classifier);
  }
}
