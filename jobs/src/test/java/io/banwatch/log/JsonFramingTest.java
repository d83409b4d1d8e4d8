package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFramingTest {
  @Test
  void eachLineIsAValue() {
    assertThat(Framed.texts("{\"a\":1}\n{\"b\":{}}\n")).containsExactly("{\"a\":1}", "{\"b\":{}}");
  }

  @Test
  void theLastLineNeedsNoNewline() {
    assertThat(Framed.texts("{\"a\":1}\r\n{\"b\":2}")).containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void positionsAreBytes() {
    assertThat(Framed.all("\n\n{\"a\":\"ä\"}\r\n  {\"b\":2}\n"))
        .containsExactly(
            new Framed("{\"a\":\"ä\"}", 2, 10, -1, null), new Framed("{\"b\":2}", 16, 7, -1, null));
  }

  @Test
  void valuesMayFollowEachOtherOnALine() {
    assertThat(Framed.texts("{\"a\":1}{\"b\":2} {\"c\":3}\n[{\"d\":4}]{\"e\":5}"))
        .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}", "{\"d\":4}", "{\"e\":5}");
  }

  @Test
  void bracesInStringsAreText() {
    assertThat(Framed.texts("{\"a\":\"}{\"}\n{\"b\":\"\\\"}\\n{\"}\n"))
        .containsExactly("{\"a\":\"}{\"}", "{\"b\":\"\\\"}\\n{\"}");
  }

  @Test
  void anObjectMayStandOnManyLines() {
    String pretty = "{\n  \"a\": {\n    \"b\": [\n      {},\n      {}\n    ]\n  }\n}";
    assertThat(Framed.texts(pretty + "\n" + pretty)).containsExactly(pretty, pretty);
  }

  @Test
  void aLineThatEndsWithABraceMayGoOnInTheNext() {
    String leadingComma = "{\"a\":{}\n,\"b\":{}\n}";
    assertThat(Framed.texts(leadingComma + "\n{}\n")).containsExactly(leadingComma, "{}");
  }

  @Test
  void elementsOfAnArrayAreFramedOneByOne() {
    assertThat(Framed.all("[{\"a\":1},\n {\"b\":[2]}]\n{}"))
        .containsExactly(
            new Framed("{\"a\":1}", 1, 7, 0, null),
            new Framed("{\"b\":[2]}", 11, 9, 1, null),
            new Framed("{}", 22, 2, -1, null));
  }

  @Test
  void anEmptyArrayHoldsNothing() {
    assertThat(Framed.all("[ ]\n[]\n")).isEmpty();
  }

  @Test
  void textInBracketsIsALineAndNoArray() {
    assertThat(Framed.texts("[2026-11-01 12:00:00] started\n[1,2]\n{}\n"))
        .containsExactly("[2026-11-01 12:00:00] started", "[1,2]", "{}");
  }

  @Test
  void whatIsNoObjectInAnArrayIsAValueOfItsOwn() {
    assertThat(Framed.texts("[{}, null, \"a,]b\", 12 , {}]"))
        .containsExactly("{}", "null", "\"a,]b\"", "12", "{}");
    assertThat(Framed.texts("[{}, \"C:\\\\\", \"a\\\",b\", {\"a\":1}]"))
        .containsExactly("{}", "\"C:\\\\\"", "\"a\\\",b\"", "{\"a\":1}");
  }

  @Test
  void marksEmptyLinesAndNulsAreNoValues() {
    assertThat(Framed.texts("\uFEFF{\"a\":1}\n\0\0\0\n\n\r\n \uFEFF{\"b\":2}\n\0\0"))
        .containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void textIsHandedOnLineByLine() {
    assertThat(Framed.texts("starting up\n{\"a\":1}\ntrailing {\"b\":2}"))
        .containsExactly("starting up", "{\"a\":1}", "trailing {\"b\":2}");
  }

  @Test
  void aValueThatBreaksOffAtTheEndIsTruncated() {
    assertThat(Framed.all("{}\n{\"a\":{\"b\":1}"))
        .containsExactly(
            new Framed("{}", 0, 2, -1, null), new Framed(null, 3, 12, -1, Reason.TRUNCATED));
  }

  @Test
  void anArrayThatIsNotClosedIsSaid() {
    assertThat(Framed.all("[{},\n"))
        .containsExactly(
            new Framed("{}", 1, 2, 0, null), new Framed(null, 5, 0, -1, Reason.TRUNCATED));
    assertThat(Framed.all("[{},{"))
        .containsExactly(
            new Framed("{}", 1, 2, 0, null), new Framed(null, 4, 1, 1, Reason.TRUNCATED));
  }

  @Test
  void aTornLineCostsNoOtherLine() {
    for (String torn :
        List.of(
            "{\"a\":\"b",
            "{\"a\":{\"b\":1}",
            "{\"a\":",
            "{\"a\":[{\"b\":1},",
            "{\"a\":[",
            "{\"a\":1,",
            "{",
            "{\"a\":\"b\\")) {
      assertThat(Framed.texts("{\"x\":0}\n" + torn + "\n{\"y\":1}\n{\"z\":2}\n"))
          .as(torn)
          .containsExactly("{\"x\":0}", torn, "{\"y\":1}", "{\"z\":2}");
    }
  }

  @Test
  void aTornLineBeforeTheLastCostsNothing() {
    assertThat(Framed.texts("{\"a\":1,\n{\"y\":1}")).containsExactly("{\"a\":1,", "{\"y\":1}");
  }

  @Test
  void aBrokenPrettyPrintedValueEndsWhereTheNextStarts() {
    String broken = "{\n  \"a\": \"b\n  \"c\": [\n    {\n    }\n  ]\n}";
    assertThat(Framed.texts(broken + "\n{\n  \"d\": 1\n}\n"))
        .containsExactly(broken, "{\n  \"d\": 1\n}");
  }

  @Test
  void aBrokenElementCostsNoOther() {
    assertThat(Framed.texts("[\n  {\"a\":1},\n  {\"b\":\"x},\n  {\"c\":3}\n]\n{}"))
        .containsExactly("{\"a\":1}", "{\"b\":\"x},", "{\"c\":3}", "{}");
  }

  @Test
  void aLongValueIsRejectedAndTheNextOneRead() {
    String longString = "{\"a\":\"" + "x".repeat(100) + "\"}";
    String log = longString + "\n{\"b\":2}\n[" + longString + ",{\"c\":3}]";
    assertThat(Framed.all(log.getBytes(StandardCharsets.UTF_8), 20, 7))
        .containsExactly(
            new Framed(null, 0, 108, -1, Reason.TOO_LONG),
            new Framed("{\"b\":2}", 109, 7, -1, null),
            new Framed(null, 118, 108, 0, Reason.TOO_LONG),
            new Framed("{\"c\":3}", 227, 7, 1, null));
  }

  @Test
  void theLimitIsInclusive() {
    byte[] log = "{\"a\":1}\n{\"a\":12}\nseven77\neight888".getBytes(StandardCharsets.UTF_8);
    assertThat(Framed.all(log, 7, 100))
        .extracting(Framed::reason)
        .containsExactly(null, Reason.TOO_LONG, null, Reason.TOO_LONG);
  }

  @Test
  void aLongValueThatIsTornEndsWhereTheNextStarts() {
    String torn = "{\"a\":\"" + "x".repeat(100);
    assertThat(Framed.all((torn + "\n{\"b\":2}\n").getBytes(StandardCharsets.UTF_8), 20, 7))
        .containsExactly(
            new Framed(null, 0, 107, -1, Reason.TOO_LONG),
            new Framed("{\"b\":2}", 107, 7, -1, null));
  }

  @Test
  void utf16IsRejectedOnce() {
    byte[] log = "\uFEFF{\"a\":1}\n{\"b\":2}\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(Framed.all(log, 100, 5))
        .containsExactly(new Framed(null, 0, log.length, -1, Reason.NOT_UTF8));
    assertThat(Framed.all("{}".getBytes(StandardCharsets.UTF_16), 100, 1))
        .containsExactly(new Framed(null, 0, 6, -1, Reason.NOT_UTF8));
  }

  @Test
  void bytesThatNeverCloseAreReadOnlyTwice() {
    byte[] log = "{\"a\":[\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    assertThat(Framed.all(log, log.length, log.length)).isNotEmpty();
  }
}
