package io.banwatch.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import inet.ipaddr.IPAddress;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Tokens;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads Banwatch's own form, see {@link RecordWriter}, and hands records of any other to another
 * reader: a log may mix them.
 */
final class RecordReader implements ObjectReader {
  private static final byte[] FIRST = ('"' + RecordField.BANWATCH + '"').getBytes(US_ASCII);
  private static final int MOST_TEXTS = 1 << 14;
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_DETAIL = 1000;
  private static final int HASH_DIGITS = 16;
  private static final int HEXADECIMAL = 16;

  /** Input, as OpenTelemetry counts it, sums three counts. */
  private static final long MOST_INPUT = 3 * Tokens.MOST;

  private final RecordFields found = new RecordFields();
  private final ObjectReader others;
  private final RepeatedText<KeptText> texts;
  private final RepeatedText<KeptText> keys;
  private final RepeatedText<ClientAddress> addresses =
      new RepeatedText<>(MOST_TEXTS, RecordReader::addressOf);

  /**
   * @param others reads every record of another form
   * @param asWritten whether texts are taken as they stand, as in a log that Banwatch wrote; else
   *     they are cleaned like any gateway's
   */
  RecordReader(ObjectReader others, boolean asWritten) {
    this.others = others;
    texts = new RepeatedText<>(MOST_TEXTS, asWritten ? KeptText::asWritten : KeptText::of);
    keys = new RepeatedText<>(MOST_TEXTS, asWritten ? KeptText::asWritten : KeptText::ofKey);
  }

  /** Whether a value is an object in that form. */
  static boolean isOwn(byte[] buffer, int offset, int length) {
    int limit = offset + length;
    int brace = JsonBounds.skipSpace(buffer, offset, limit);
    int at = brace < limit ? JsonBounds.skipSpace(buffer, brace + 1, limit) : limit;
    int end = at + FIRST.length;
    return end <= limit && Arrays.equals(buffer, at, end, FIRST, 0, FIRST.length);
  }

  @Override
  public LogRecord read(JsonCursor json, Position position) throws IOException {
    if (!json.beginsWith(FIRST)) {
      return others.read(json, position);
    }
    found.reset();
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      readField(name, json);
    }
    return found.toRecord(position);
  }

  private void readField(String name, JsonCursor json) throws IOException {
    switch (name) {
      case RecordField.BANWATCH -> found.version = json.count(Integer.MAX_VALUE);
      case RecordField.REQUEST_HASH -> found.requestHash = hash(json);
      case RecordField.START_TIME -> found.startMillis = json.time();
      case RecordField.END_TIME -> found.endMillis = json.time();
      case RecordField.KEY -> found.key = text(json, keys);
      case RecordField.KEY_ALIAS -> found.keyAlias = text(json, texts);
      case RecordField.TEAM -> found.team = text(json, texts);
      case RecordField.USER -> found.user = text(json, texts);
      case RecordField.VENDOR -> found.vendor = text(json, texts);
      case RecordField.ORGANIZATION -> found.organization = text(json, texts);
      case RecordField.DEPLOYMENT -> found.deployment = text(json, texts);
      case RecordField.HOST -> found.host = text(json, texts);
      case RecordField.MODEL -> found.model = text(json, texts);
      case RecordField.INPUT_TOKENS -> found.inputTokens = count(name, json, MOST_INPUT);
      case RecordField.CACHE_READ_TOKENS -> found.cacheReadTokens = count(name, json, Tokens.MOST);
      case RecordField.CACHE_WRITE_TOKENS ->
          found.cacheWriteTokens = count(name, json, Tokens.MOST);
      case RecordField.OUTPUT_TOKENS -> found.outputTokens = count(name, json, Tokens.MOST);
      case RecordField.COST -> found.costUsd = cost(json);
      case RecordField.CLIENT -> found.client = text(json, texts);
      case RecordField.ADDRESS -> found.address = address(json);
      case RecordField.REQUESTS_ALLOWED -> found.requestsAllowed = limit(name, json);
      case RecordField.REQUESTS_REMAINING -> found.requestsRemaining = limit(name, json);
      case RecordField.TOKENS_ALLOWED -> found.tokensAllowed = limit(name, json);
      case RecordField.TOKENS_REMAINING -> found.tokensRemaining = limit(name, json);
      case RecordField.DROPPED -> readDropped(json);
      case RecordField.ANSWER -> found.answer = word(name, json, RecordWords.ANSWERS);
      case RecordField.ANSWERED_BY -> found.answeredBy = word(name, json, RecordWords.ANSWERERS);
      case RecordField.CREDENTIAL -> found.credential = word(name, json, RecordWords.CREDENTIALS);
      case RecordField.REJECTED -> found.rejected = word(name, json, RecordWords.REASONS);
      case RecordField.SKIPPED -> found.skipped = word(name, json, RecordWords.SKIPS);
      case RecordField.FIELD -> found.field = text(json, texts);
      case RecordField.DETAIL -> found.detail = detail(json);
      default -> json.skip();
    }
  }

  private <T> T word(String name, JsonCursor json, Map<String, T> words) throws IOException {
    String word = json.passingText(LONGEST_WORD);
    T constant = word == null ? null : words.get(word);
    if (constant == null) {
      found.wrong(name);
    }
    return constant;
  }

  private long hash(JsonCursor json) throws IOException {
    String digits = json.passingText(HASH_DIGITS + 1);
    try {
      return digits == null ? 0 : Long.parseUnsignedLong(digits, HEXADECIMAL);
    } catch (NumberFormatException e) {
      found.wrong(RecordField.REQUEST_HASH);
      return 0;
    }
  }

  private long count(String name, JsonCursor json, long most) throws IOException {
    long count = json.count(most);
    if (count < 0) {
      found.wrong(name);
      return 0;
    }
    return count;
  }

  private long limit(String name, JsonCursor json) throws IOException {
    return count(name, json, RateLimits.MOST);
  }

  private double cost(JsonCursor json) throws IOException {
    double cost = json.amount();
    if (!(cost >= 0 && cost <= RequestFields.MOST_COST)) {
      found.wrong(RecordField.COST);
      return 0;
    }
    return cost;
  }

  private String address(JsonCursor json) throws IOException {
    ClientAddress address = json.text(addresses);
    if (address != null && address.unreadable()) {
      found.wrong(RecordField.ADDRESS);
    }
    return address == null ? null : address.text();
  }

  private static ClientAddress addressOf(String text, boolean whole) {
    if (text.isBlank()) {
      return ClientAddress.NONE;
    }
    IPAddress address = whole ? ClientAddress.parse(text.strip()) : null;
    return address == null ? ClientAddress.UNREADABLE : ClientAddress.of(address);
  }

  private String detail(JsonCursor json) throws IOException {
    String detail = json.passingText(LONGEST_DETAIL);
    return detail == null ? null : SecretText.cleaned(detail);
  }

  private void readDropped(JsonCursor json) throws IOException {
    if (!json.entersArray()) {
      found.wrong(RecordField.DROPPED);
      json.skip();
      return;
    }
    while (json.nextElement()) {
      DroppedField field = word(RecordField.DROPPED, json, RecordWords.DROPPED);
      found.dropped |= field == null ? 0 : field.bit();
    }
  }

  private static String text(JsonCursor json, RepeatedText<KeptText> texts) throws IOException {
    KeptText text = json.text(texts);
    return text == null ? null : text.value();
  }
}
