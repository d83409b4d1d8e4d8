package io.banwatch.gateway;

import io.banwatch.usage.Credential;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Skip;
import java.util.HashMap;
import java.util.Map;

/**
 * What was found in one record of LiteLLM, and what it means. The same value may stand in several
 * places and any order, so all are collected first and judged at the end of the record.
 */
final class LiteLlmFields {
  private static final int MOST_MODELS = 4096;

  int marks;
  long idHash;
  long callIdHash;
  CallKind callKind;
  KeptText status;
  Boolean cacheHit;
  boolean providerLogged;
  KeptText provider;
  long startMillis;
  long endMillis;
  KeptText model;
  KeptText deployment;
  KeptText hiddenDeployment;
  boolean hostLogged;
  KeptText host;
  double costUsd;
  long promptTokens;
  long completionTokens;
  long usagePromptTokens;
  long usageCompletionTokens;
  long cacheReadTokens;
  long cacheWriteTokens;
  long detailsReadTokens;
  long detailsCreationTokens;
  long detailsWriteTokens;
  long requestsAllowed;
  long requestsRemaining;
  long tokensAllowed;
  long tokensRemaining;
  ClientAddress address;
  ClientAddress metadataAddress;
  KeptText client;
  KeptText metadataClient;
  KeptText key;
  KeptText keyAlias;
  KeptText teamAlias;
  KeptText teamId;
  KeptText user;
  String endUser;
  String metadataEndUser;
  Boolean subscriptionToken;
  boolean vendorHeaders;
  boolean subscriptionHeaders;
  KeptText organization;
  KeptText stopReason;
  KeptText errorCode;
  KeptText errorClass;
  String errorMessage;
  String errorString;

  private final VendorAnswers classifier;
  private final RequestFields request = new RequestFields();
  private final Map<String, String> bareModels = new HashMap<>();

  LiteLlmFields(VendorAnswers classifier) {
    this.classifier = classifier;
  }

  /** Forgets the last record. */
  void reset() {
    marks = 0;
    idHash = 0;
    callIdHash = 0;
    callKind = null;
    status = null;
    cacheHit = null;
    providerLogged = false;
    provider = null;
    startMillis = EpochMillis.NONE;
    endMillis = EpochMillis.NONE;
    model = null;
    deployment = null;
    hiddenDeployment = null;
    hostLogged = false;
    host = null;
    costUsd = Double.NaN;
    promptTokens = JsonCursor.ABSENT;
    completionTokens = JsonCursor.ABSENT;
    usagePromptTokens = JsonCursor.ABSENT;
    usageCompletionTokens = JsonCursor.ABSENT;
    cacheReadTokens = JsonCursor.ABSENT;
    cacheWriteTokens = JsonCursor.ABSENT;
    detailsReadTokens = JsonCursor.ABSENT;
    detailsCreationTokens = JsonCursor.ABSENT;
    detailsWriteTokens = JsonCursor.ABSENT;
    requestsAllowed = JsonCursor.ABSENT;
    requestsRemaining = JsonCursor.ABSENT;
    tokensAllowed = JsonCursor.ABSENT;
    tokensRemaining = JsonCursor.ABSENT;
    address = null;
    metadataAddress = null;
    client = null;
    metadataClient = null;
    key = null;
    keyAlias = null;
    teamAlias = null;
    teamId = null;
    user = null;
    endUser = null;
    metadataEndUser = null;
    subscriptionToken = null;
    vendorHeaders = false;
    subscriptionHeaders = false;
    organization = null;
    stopReason = null;
    errorCode = null;
    errorClass = null;
    errorMessage = null;
    errorString = null;
  }

  /** Whether the record names no id of its own. */
  boolean hasNoIdentity() {
    return idHash == 0 && callIdHash == 0;
  }

  /** Notes why one choice ended; a refusal is not hidden by other choices. */
  void finishedBecause(KeptText reason) {
    boolean first = stopReason == null || stopReason.value() == null;
    boolean ordinary = !first && stopReason.value().equals("stop");
    if (reason != null && reason.value() != null && (first || ordinary)) {
      stopReason = reason;
    }
  }

  /** What the record is. */
  LogRecord toRecord(Position position) {
    LogRecord foreign = ForeignFormat.rejection(marks, position);
    if (foreign != null) {
      return foreign;
    }
    CallKind kind = callKind == null ? CallKind.UNKNOWN : callKind;
    if (!kind.counts(valueOf(model))) {
      return LogRecord.skipped(position, Skip.NOT_A_MODEL_CALL);
    }
    request.reset();
    fillIdentities();
    fillUse();
    fillOutcome();
    return request.toRecord(position, classifier);
  }

  private void fillIdentities() {
    request.timeField = "startTime";
    request.startMillis = startMillis;
    request.endMillis = endMillis;
    request.key = request.kept(key);
    request.keyAlias = request.kept(keyAlias);
    request.team = request.kept(first(teamAlias, teamId));
    String word = request.kept(provider);
    request.vendor = word == null ? null : Vendors.idOf(word);
    request.organization = request.kept(organization);
    request.deployment = request.kept(first(deployment, hiddenDeployment));
    request.host = request.kept(host);
    request.model = withoutProvider(request.kept(model), word);
    request.client = request.kept(first(client, metadataClient));
    ClientAddress logged =
        address == null || address.equals(ClientAddress.NONE) ? metadataAddress : address;
    request.address = logged == null ? ClientAddress.NONE : logged;
    request.credential = credential();
    request.user = request.kept(userOf(request.credential));
    int deploymentHash = request.deployment == null ? 0 : request.deployment.hashCode();
    request.requestHash = Hash64.of(idHash, callIdHash, startMillis, endMillis, deploymentHash);
  }

  private void fillUse() {
    request.inputTokens = promptTokens == JsonCursor.ABSENT ? usagePromptTokens : promptTokens;
    request.outputTokens =
        completionTokens == JsonCursor.ABSENT ? usageCompletionTokens : completionTokens;
    request.cacheReadTokens = larger(cacheReadTokens, detailsReadTokens);
    request.cacheWriteTokens =
        larger(cacheWriteTokens, larger(detailsCreationTokens, detailsWriteTokens));
    request.costUsd = costUsd;
    request.requestsAllowed = requestsAllowed;
    request.requestsRemaining = requestsRemaining;
    request.tokensAllowed = tokensAllowed;
    request.tokensRemaining = tokensRemaining;
  }

  private void fillOutcome() {
    String code = valueOf(errorCode);
    String kind = valueOf(errorClass);
    String word = valueOf(status);
    request.succeeded = word == null ? code == null && kind == null : word.equals("success");
    request.reachedVendor = reachedVendor();
    request.stopReason = valueOf(stopReason);
    if (request.succeeded) {
      return;
    }
    request.httpStatus = HttpStatus.of(code);
    request.errorCode = request.httpStatus == 0 ? code : null;
    String message = errorMessage == null ? errorString : errorMessage;
    request.errorText = kind == null || message == null ? message : kind + ": " + message;
    if (message == null) {
      request.errorText = kind;
    }
  }

  /** LiteLLM leaves the upstream's address empty when it answered by itself. */
  private Boolean reachedVendor() {
    if (Boolean.TRUE.equals(cacheHit)) {
      return false;
    }
    if (vendorHeaders) {
      return true;
    }
    if ((providerLogged && valueOf(provider) == null) || (hostLogged && valueOf(host) == null)) {
      return false;
    }
    return (providerLogged && hostLogged) ? Boolean.TRUE : null;
  }

  private Credential credential() {
    if (subscriptionHeaders || Boolean.TRUE.equals(subscriptionToken)) {
      return Credential.SUBSCRIPTION;
    }
    return subscriptionToken == null ? Credential.UNKNOWN : Credential.API_KEY;
  }

  /**
   * The gateway knows whose key was used; whose subscription token came through it, only the client
   * says, in the request's end user. Few requests carry such a token, and end users are many.
   */
  private KeptText userOf(Credential credential) {
    String person = endUser == null || endUser.isBlank() ? metadataEndUser : endUser;
    boolean known = person != null && !person.isBlank();
    return credential == Credential.SUBSCRIPTION && known ? KeptText.of(person, true) : user;
  }

  private long larger(long one, long other) {
    if (one == JsonCursor.ABSURD || other == JsonCursor.ABSURD) {
      request.drop(DroppedField.TOKENS);
    }
    return Math.max(one, other);
  }

  /** The model without LiteLLM's prefix, {@code openai/gpt-4o} as {@code gpt-4o}. */
  private String withoutProvider(String name, String word) {
    boolean prefixed =
        name != null
            && word != null
            && name.length() > word.length() + 1
            && name.charAt(word.length()) == '/'
            && name.regionMatches(true, 0, word, 0, word.length());
    if (!prefixed) {
      return name;
    }
    String known = bareModels.get(name);
    if (known != null && known.length() == name.length() - word.length() - 1) {
      return known;
    }
    if (bareModels.size() >= MOST_MODELS) {
      bareModels.clear();
    }
    String bare = name.substring(word.length() + 1);
    bareModels.put(name, bare);
    return bare;
  }

  private static KeptText first(KeptText one, KeptText other) {
    return valueOf(one) == null ? other : one;
  }

  private static String valueOf(KeptText text) {
    return text == null ? null : text.value();
  }
}
