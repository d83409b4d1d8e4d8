package io.banwatch.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failed request that two releases of LiteLLM were seen to log. */
class RecordedAnswersTest {
  static List<JsonNode> records() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (InputStream in = RecordedAnswersTest.class.getResourceAsStream("litellm-failures.jsonl")) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : lines.lines().toList()) {
        records.add(new ObjectMapper().readTree(line));
      }
    }
    assertThat(records).hasSize(18);
    return records;
  }

  @ParameterizedTest
  @MethodSource("records")
  void isClassifiedFromCodeClassAndMessage(JsonNode failure) {
    VendorProfile profile = VendorProfiles.builtIn().of(failure.path("vendor").asText());
    String code = failure.path("code").asText();
    String message = failure.path("message").asText();
    String errorClass = failure.path("errorClass").asText();
    String word = failure.path("expected").asText().toUpperCase(Locale.ROOT).replace('-', '_');
    AnsweredBy by = AnsweredBy.valueOf(failure.path("by").asText().toUpperCase(Locale.ROOT));
    Answer expected = Answer.of(AnswerClass.valueOf(word), by);

    for (String text : List.of(message, errorClass + ": " + message, errorClass + " " + message)) {
      assertThat(profile.classify(Outcomes.failure(0, code, text))).isEqualTo(expected);
    }
  }
}
