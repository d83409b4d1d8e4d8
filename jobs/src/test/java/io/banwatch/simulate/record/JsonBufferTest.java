package io.banwatch.simulate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class JsonBufferTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 300)
  void anyTextComesBack(@ForAll String text) throws IOException {
    assertThat(JSON.readValue(written(new JsonBuffer().text(text)), String.class)).isEqualTo(text);
  }

  @Property(tries = 300)
  void anyWholeNumberComesBack(@ForAll long number) throws IOException {
    assertThat(written(new JsonBuffer().number(number))).isEqualTo(Long.toString(number));
  }

  @Property(tries = 300)
  void aDecimalComesBackToTheNinthPlaceAndIsNeverWhole(
      @ForAll @DoubleRange(min = 0, max = 1e6) double number) throws IOException {
    String json = written(new JsonBuffer().decimal(number));
    assertThat(Double.parseDouble(json)).isCloseTo(number, within(1e-9));
    assertThat(json).contains(".");
  }

  @Property(tries = 300)
  void microsecondsBecomeSecondsWithSixDecimals(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long micros) throws IOException {
    assertThat(written(new JsonBuffer().seconds(micros)).replace(".", ""))
        .isEqualTo(micros < 1_000_000 ? "0%06d".formatted(micros) : Long.toString(micros));
  }

  @Test
  void aUuidIsOfVersionFour() throws IOException {
    assertThat(written(new JsonBuffer().uuid(0x0123456789ABCDEFL, 0xFEDCBA9876543210L)))
        .isEqualTo("01234567-89ab-4def-bedc-ba9876543210");
  }

  @Test
  void itGrowsBeyondItsFirstSize() throws IOException {
    String large = "x".repeat(100_000);
    assertThat(written(new JsonBuffer().raw("{}").text(large))).hasSize(100_004);
  }

  private static String written(JsonBuffer json) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    json.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
