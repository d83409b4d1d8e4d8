package io.banwatch.gateway;

import io.banwatch.usage.Credential;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Skip;
import io.banwatch.usage.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads records of any JSON shape by a mapping. An empty text and the dash that proxies write for
 * nothing count as no value. Only what the mapping points to is read.
 */
final class MappedReader implements ObjectReader {
  private final Mapping mapping;
  private final MappedValues values;
  private final ForwardedFor forwardedFor;
  private final VendorAnswers answers;
  private final RequestFields request = new RequestFields();

  MappedReader(Mapping mapping, ForwardedFor forwardedFor, VendorAnswers answers) {
    this.mapping = mapping;
    this.values = new MappedValues(mapping);
    this.forwardedFor = forwardedFor;
    this.answers = answers;
  }

  @Override
  public LogRecord read(JsonCursor json, Position position) throws IOException {
    int start = json.start();
    values.read(json);
    if (Boolean.FALSE.equals(condition(MappedField.MODEL_CALL))) {
      return LogRecord.skipped(position, Skip.NOT_A_MODEL_CALL);
    }
    request.reset();
    fillTimes();
    fillIdentities();
    fillUse();
    fillOutcome();
    String id = values.text(MappedField.REQUEST);
    long idHash = id == null ? json.hashSince(start) : hash(id);
    request.requestHash = Hash64.of(idHash, request.startMillis, request.endMillis, 0, 0);
    return request.toRecord(position, answers);
  }

  private void fillTimes() {
    FieldRule rule = mapping.rule(MappedField.TIME);
    request.timeField = rule.pointers().get(0);
    String text = values.text(MappedField.TIME);
    long time = text == null ? EpochMillis.NONE : rule.unit().time(text);
    if (time == EpochMillis.NONE) {
      return;
    }
    long duration = duration();
    request.startMillis = rule.isEnd() ? time - duration : time;
    request.endMillis = rule.isEnd() ? time : time + duration;
  }

  private long duration() {
    String text = values.text(MappedField.DURATION);
    if (text == null) {
      return 0;
    }
    long duration = mapping.rule(MappedField.DURATION).unit().duration(text);
    if (duration < 0) {
      request.drop(DroppedField.END_TIME);
    }
    return Math.max(0, duration);
  }

  private void fillIdentities() {
    request.key = name(MappedField.KEY);
    request.keyAlias = name(MappedField.KEY_ALIAS);
    request.team = name(MappedField.TEAM);
    request.user = name(MappedField.USER);
    String vendor = name(MappedField.VENDOR);
    String meaning = vendor == null ? null : mapping.rule(MappedField.VENDOR).meaning(vendor);
    request.vendor = meaning == null ? null : Vendors.idOf(meaning);
    request.organization = name(MappedField.ORGANIZATION);
    request.deployment = name(MappedField.DEPLOYMENT);
    String host = values.text(MappedField.HOST);
    request.host = host == null ? null : UpstreamHost.of(host);
    request.model = name(MappedField.MODEL);
    request.client = name(MappedField.CLIENT);
    request.address = address();
    boolean subscription = Boolean.TRUE.equals(condition(MappedField.SUBSCRIPTION));
    request.credential = subscription ? Credential.SUBSCRIPTION : Credential.UNKNOWN;
  }

  /** The peer is what the gateway saw for itself: the list's last hop. */
  private ClientAddress address() {
    String list = values.text(MappedField.FORWARDED_FOR);
    String peer = values.text(MappedField.PEER);
    if (list == null && peer == null) {
      return ClientAddress.NONE;
    }
    if (list != null && list.length() >= MappedValues.LONGEST) {
      return ClientAddress.UNREADABLE;
    }
    String hops = list == null ? peer : list;
    return forwardedFor.caller(list == null || peer == null ? hops : list + "," + peer);
  }

  private void fillUse() {
    FieldRule input = mapping.rule(MappedField.INPUT_TOKENS);
    request.inputIncludesCache = input == null || input.includesCache();
    request.inputTokens = count(MappedField.INPUT_TOKENS, Tokens.MOST);
    request.outputTokens = count(MappedField.OUTPUT_TOKENS, Tokens.MOST);
    request.cacheReadTokens = count(MappedField.CACHE_READ_TOKENS, Tokens.MOST);
    request.cacheWriteTokens = count(MappedField.CACHE_WRITE_TOKENS, Tokens.MOST);
    request.requestsAllowed = count(MappedField.REQUESTS_ALLOWED, RateLimits.MOST);
    request.requestsRemaining = count(MappedField.REQUESTS_REMAINING, RateLimits.MOST);
    request.tokensAllowed = count(MappedField.TOKENS_ALLOWED, RateLimits.MOST);
    request.tokensRemaining = count(MappedField.TOKENS_REMAINING, RateLimits.MOST);
    String cost = values.text(MappedField.COST);
    request.costUsd = cost == null ? Double.NaN : amount(cost);
  }

  private void fillOutcome() {
    FieldRule rule = mapping.rule(MappedField.STATUS);
    String status = lastOf(values.text(MappedField.STATUS));
    request.errorCode = name(MappedField.ERROR_CODE);
    request.errorText = values.text(MappedField.ERROR_TEXT);
    boolean fault = request.errorCode != null || request.errorText != null;
    request.succeeded = (rule == null || status == null) ? !fault : rule.isSuccess(status);
    request.httpStatus = HttpStatus.of(status);
    request.stopReason = name(MappedField.STOP_REASON);
    request.reachedVendor = condition(MappedField.REACHED_VENDOR);
  }

  /** Of the statuses of several tries, as nginx writes them, the last. */
  private static String lastOf(String status) {
    if (status == null) {
      return null;
    }
    int separator = Math.max(status.lastIndexOf(','), status.lastIndexOf(':'));
    return status.substring(separator + 1).strip();
  }

  private String name(MappedField field) {
    return request.kept(values.name(field));
  }

  /** Whether the record has a value there that fits; null when the mapping does not ask. */
  private Boolean condition(MappedField field) {
    FieldRule rule = mapping.rule(field);
    if (rule == null) {
      return null;
    }
    String value = values.text(field);
    return value != null && rule.meaning(value) != null;
  }

  private long count(MappedField field, long most) {
    String text = values.text(field);
    if (text == null) {
      return JsonCursor.ABSENT;
    }
    double amount = amount(text);
    return amount >= 0 && amount <= most ? (long) amount : JsonCursor.ABSURD;
  }

  private static double amount(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Numbers.amount(bytes, 0, bytes.length);
  }

  private static long hash(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return Hash64.of(bytes, 0, bytes.length);
  }
}
