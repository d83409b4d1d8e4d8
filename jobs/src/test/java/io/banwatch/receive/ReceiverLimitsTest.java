package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.usage.Reason;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Bodies that are too long, too slow, too deep, or broken. */
class ReceiverLimitsTest extends ReceiverCase {
  @Test
  void garbageIsNotReadToItsEnd() throws Exception {
    assertThat(post("x\n".repeat(1_000_000))).startsWith("400 ");
    assertThat(receiver.counts().rejected().get(Reason.NOT_JSON)).isLessThan(50_000);
  }

  @Test
  void deepNestingIsRejectedAndTheRestStands() throws Exception {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(post(deep + "\n" + RECORD.formatted(1)))
        .isEqualTo("200 {\"accepted\":1,\"rejected\":1,\"skipped\":0}");
  }

  @Test
  void aRecordThatIsTooLongIsRejectedAndTheRestStands() throws Exception {
    String tooLong = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}\n";
    assertThat(post(tooLong + RECORD.formatted(1)))
        .isEqualTo("200 {\"accepted\":1,\"rejected\":1,\"skipped\":0}");
    assertThat(receiver.counts().rejected()).containsOnlyKeys(Reason.TOO_LONG);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeOrWhileItComes() throws Exception {
    assertThat(post("x".repeat((4 << 20) + 1))).startsWith("413 ");
    byte[] batch = (RECORD.formatted(1) + "\n").repeat(20_000).getBytes(UTF_8);
    assertThat(answer(gzipped(gzip(batch)))).startsWith("413 ");
    assertThat(lines().get(lines().size() - 1)).contains("\"rejected\":\"too-long\"");
  }

  @Test
  void aGzipBombIsRefused() throws Exception {
    byte[] bomb = gzip(" ".repeat(3 << 20).getBytes(UTF_8));
    assertThat(answer(gzipped(bomb))).startsWith("413 ").contains("times longer");
  }

  @Test
  void brokenCompressionIsRefusedAndWhatWasWholeIsKept() throws Exception {
    byte[] whole = gzip((RECORD.formatted(1) + "\n").repeat(2_000).getBytes(UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(answer(gzipped(half))).startsWith("400 ").contains("breaks off");
    assertThat(answer(gzipped("not gzip".getBytes(UTF_8)))).startsWith("400 ");
    assertThat(lines().get(0)).startsWith("{\"banwatch\":1,\"request_hash\"");
    assertThat(receiver.counts().rejected()).containsEntry(Reason.UNREADABLE, 2L);
  }

  @Test
  void severalMembersAreOneBody() throws Exception {
    byte[] member = gzip((RECORD.formatted(1) + "\n").getBytes(UTF_8));
    assertThat(answer(gzipped(joined(member, member))))
        .isEqualTo("200 {\"accepted\":2,\"rejected\":0,\"skipped\":0}");
  }

  @Test
  void whatFollowsTheCompressedRecordsIsNotLeftOutInSilence() throws Exception {
    byte[] member = gzip((RECORD.formatted(1) + "\n").getBytes(UTF_8));
    byte[] plain = (RECORD.formatted(2) + "\n").getBytes(UTF_8);
    assertThat(answer(gzipped(joined(member, plain))))
        .startsWith("400 {\"accepted\":1,\"rejected\":1,")
        .contains("not whole gzip");
    byte[] half = Arrays.copyOf(member, 5);
    assertThat(answer(gzipped(joined(member, half))))
        .startsWith("400 {\"accepted\":1,\"rejected\":1,")
        .contains("breaks off");
    assertThat(receiver.counts().rejected()).containsEntry(Reason.UNREADABLE, 2L);
  }

  @Test
  void anUnknownEncodingIsRefused() throws Exception {
    HttpRequest request =
        request("/").header("Content-Encoding", "br").POST(BodyPublishers.ofString("x")).build();
    assertThat(answer(request)).startsWith("415 ");
    assertThat(lines()).isEmpty();
  }

  @Test
  void aBodyThatStopsComingIsGivenUpAndWhatWasWholeIsKept() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Content-Length: 100000\r\n")).send(RECORD.formatted(1) + "\n{\"half");
      assertThat(http.all()).startsWith("HTTP/1.1 408 ");
    }
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1)).contains("\"rejected\":\"truncated\"");
  }

  @Test
  void aBodyThatTricklesIsGivenUp() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Transfer-Encoding: chunked\r\n"));
      Thread trickle = new Thread(() -> trickle(http));
      trickle.start();
      assertThat(http.all()).startsWith("HTTP/1.1 408 ");
      trickle.join();
    }
  }

  @Test
  void aConnectionThatIsHalfClosedInABodyIsNotAcknowledged() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Content-Length: 100000\r\n")).send(RECORD.formatted(1) + "\n").halfClose();
      assertThat(http.all()).doesNotContain(" 200 ");
    }
    Awaited.until(() -> lines().size() == 2);
    assertThat(lines().get(0)).contains("\"key\":");
  }

  @Test
  void anEndlessBodyIsRefused() throws Exception {
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Transfer-Encoding: chunked\r\n"));
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  http.send(chunk);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(receiver.counts().bodyBytes()).isLessThan(8 << 20);
  }

  @Test
  void headersThatAreTooLongAreRefused() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("X-Long: " + "x".repeat(20_000) + "\r\n"));
      assertThat(http.all()).startsWith("HTTP/1.1 431 ");
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static void trickle(RawHttp http) {
    try {
      while (true) {
        http.send("1\r\n \r\n");
        LockSupport.parkNanos(100_000_000);
      }
    } catch (IOException e) {
      return;
    }
  }
}
