package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedValuesTest {
  private static final List<String> RECORDS = records();

  private final UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);

  private static List<String> records() {
    List<String> records = new ArrayList<>(Samples.lines("slp-1.106.2.jsonl"));
    records.addAll(Samples.lines("slp-1.81.9.jsonl"));
    return records;
  }

  @Property(tries = 500)
  void aBrokenOffRecordIsOneRejection(
      @ForAll @IntRange(max = 33) int record, @ForAll @IntRange(max = 7000) int at) {
    byte[] whole = RECORDS.get(record).getBytes(StandardCharsets.UTF_8);
    byte[] part = Arrays.copyOf(whole, at % whole.length);

    List<LogRecord> records = Samples.decode(decoder, part);

    assertThat(records).hasSize(1);
    assertThat(records.get(0).rejection().reason()).isEqualTo(Reason.NOT_JSON);
  }

  @Property(tries = 1000)
  void changedBytesNeverThrow(
      @ForAll @IntRange(max = 33) int record,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 7000) Integer> places,
      @ForAll byte change) {
    byte[] bytes = RECORDS.get(record).getBytes(StandardCharsets.UTF_8);
    places.forEach(place -> bytes[place % bytes.length] ^= change);

    List<LogRecord> records = Samples.decode(decoder, bytes);

    assertThat(records).hasSizeBetween(1, 2);
    records.forEach(DamagedValuesTest::assertOneOfThree);
  }

  @Property(tries = 1000)
  void anyBytesNeverThrow(@ForAll @Size(max = 200) byte[] bytes) {
    Samples.decode(decoder, bytes).forEach(DamagedValuesTest::assertOneOfThree);
  }

  @Property(tries = 1000)
  void changedBytesInAnArrayCostOnlyTheirElement(
      @ForAll @IntRange(max = 2) int element,
      @ForAll @IntRange(max = 7000) int place,
      @ForAll @IntRange(min = 0x80, max = 0xFF) int damage) {
    List<byte[]> elements = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      elements.add(RECORDS.get(i).getBytes(StandardCharsets.UTF_8));
    }
    byte[] damaged = elements.get(element);
    damaged[1 + place % (damaged.length - 2)] = (byte) damage;

    List<LogRecord> records = Samples.decode(decoder, array(elements));

    for (int i = 0; i < Math.min(3, records.size()); i++) {
      assertOneOfThree(records.get(i));
      assertThat(records.get(i).position().index()).isEqualTo(i);
      if (i < element) {
        assertThat(records.get(i).event()).isNotNull();
      }
    }
  }

  @Property(tries = 200)
  void theOrderOfFieldsDoesNotMatter(@ForAll @IntRange(max = 33) int record, @ForAll long seed) {
    String shuffled =
        Payloads.shuffled(Payloads.parse(RECORDS.get(record)), new Random(seed)).toString();

    assertThat(Samples.decode(decoder, shuffled).get(0).event())
        .isEqualTo(Samples.decode(decoder, RECORDS.get(record)).get(0).event());
  }

  @Property(tries = 50)
  void anArrayGivesARecordForEachElement(@ForAll @IntRange(max = 34) int count) {
    String array = "[" + String.join(" , ", RECORDS.subList(0, count)) + "]";

    List<LogRecord> records = Samples.decode(decoder, array);

    assertThat(records).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(records.get(i).event())
          .isEqualTo(Samples.decode(decoder, RECORDS.get(i)).get(0).event());
      assertThat(records.get(i).position())
          .isEqualTo(new Position("usage.jsonl", 1000, array.length(), i));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | not-json
          ' '           | not-json
          }             | not-json
          plain text    | not-json
          {"a":1        | not-json
          {'a':1}       | not-json
          {"a":"\u0001"} | not-json
          12            | not-an-object
          "text"        | not-an-object
          null          | not-an-object
          """)
  void whatIsNoRecordSaysWhy(String value, String reason) {
    List<LogRecord> records = Samples.decode(decoder, value);

    assertThat(records).hasSize(1);
    assertThat(records.get(0).rejection().reason().word()).isEqualTo(reason);
  }

  @Test
  void anElementThatIsNoObjectDoesNotHideTheNext() {
    List<LogRecord> records = Samples.decode(decoder, "[1, null, [2], " + RECORDS.get(0) + "]");

    assertThat(records).hasSize(4);
    assertThat(records.subList(0, 3))
        .extracting(record -> record.rejection().reason())
        .containsOnly(Reason.NOT_AN_OBJECT);
    assertThat(records.get(3).event()).isNotNull();
  }

  @Test
  void afterABadElementTheNextOnesAreRead() {
    String bad = RECORDS.get(0).replace("\"stream\"", "\"stream\" oops");
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    List<LogRecord> records =
        Samples.decode(
            decoder,
            "["
                + String.join(",", RECORDS.get(0), bad, RECORDS.get(1), deep, RECORDS.get(2))
                + "]");

    assertThat(records).hasSize(5);
    assertThat(records.get(1).rejection().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(records.get(2).event()).isNotNull();
    assertThat(records.get(3).rejection().reason()).isEqualTo(Reason.TOO_DEEP);
    assertThat(records.get(4).event()).isNotNull();
    assertThat(records)
        .extracting(record -> record.position().index())
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void whereAnArrayBreaksOffIsSaid() {
    List<LogRecord> records =
        Samples.decode(decoder, "[" + RECORDS.get(0) + "," + RECORDS.get(1) + ",");

    assertThat(records).hasSize(3);
    assertThat(records.get(2).rejection().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(records.get(2).position().index()).isEqualTo(2);
  }

  @Test
  void bytesThatAreNotUtf8AreSaid() {
    byte[] bytes = RECORDS.get(0).getBytes(StandardCharsets.UTF_8);
    bytes[RECORDS.get(0).indexOf("secret prompt")] = (byte) 0xFF;

    assertThat(Samples.decode(decoder, bytes).get(0).rejection().reason())
        .isEqualTo(Reason.NOT_UTF8);
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(Samples.decode(decoder, "\uFEFF" + RECORDS.get(0)).get(0).event())
        .isEqualTo(Samples.decode(decoder, RECORDS.get(0)).get(0).event());
  }

  @Test
  void whatFollowsTheValueIsNotLostInSilence() {
    List<LogRecord> records = Samples.decode(decoder, RECORDS.get(0) + " {}");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).event()).isNotNull();
    assertThat(records.get(1).rejection().reason()).isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void aNumberOfAnyLengthIsPassedOver() {
    String digits = "9".repeat(100_000);
    String record = RECORDS.get(0).replace("\"response_time\":", "\"x\":" + digits + ",\"y\":");

    assertThat(Samples.decode(decoder, record).get(0).event()).isNotNull();
  }

  @Test
  void aFieldNameWithoutEndIsRejected() {
    String record = "{\"" + "n".repeat(1_000_000) + "\":1}";

    assertThat(Samples.decode(decoder, record).get(0).rejection().reason())
        .isEqualTo(Reason.TOO_LONG);
  }

  @Test
  void manyFieldsWithEqualHashesDoNotThrow() {
    StringBuilder record = new StringBuilder("{");
    for (int i = 0; i < 50_000; i++) {
      record.append('"').append("f").append(Integer.toString(i, 36)).append("\":0,");
    }
    record.append(RECORDS.get(0).substring(1));

    assertThat(Samples.decode(decoder, record.toString()).get(0).event()).isNotNull();
  }

  private static void assertOneOfThree(LogRecord record) {
    int kinds =
        (record.event() == null ? 0 : 1)
            + (record.rejection() == null ? 0 : 1)
            + (record.skip() == null ? 0 : 1);
    assertThat(kinds).isEqualTo(1);
  }

  private static byte[] array(List<byte[]> elements) {
    int length = 1 + elements.stream().mapToInt(element -> element.length + 1).sum();
    byte[] array = new byte[length];
    int at = 0;
    array[at++] = '[';
    for (byte[] element : elements) {
      System.arraycopy(element, 0, array, at, element.length);
      at += element.length;
      array[at++] = ',';
    }
    array[at - 1] = ']';
    return array;
  }
}
