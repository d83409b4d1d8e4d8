package io.banwatch.vendor;

import static io.banwatch.vendor.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorProfilesTest {
  private static final String MISTRAL =
      """
      vendor: mistral
      name: Mistral
      regions:
        - unsupported: [NO]
          source: a test
          date: 2026-11
      answers:
        - answer: disabled
          text: Your workspace is closed
          source: a test
          date: 2026-11-21
      """;

  @TempDir Path folder;

  @Test
  void fiveVendorsAreBuiltIn() {
    assertThat(VendorProfiles.builtIn().vendors())
        .containsExactlyInAnyOrder("anthropic", "openai", "google", "azure", "bedrock");
    assertThat(VendorProfiles.builtIn()).isSameAs(VendorProfiles.builtIn());
  }

  @Test
  void everyBuiltInVendorSaysWhatToDoAfterABan() {
    for (String vendor : VendorProfiles.builtIn().vendors()) {
      assertThat(VendorProfiles.builtIn().of(vendor).appeal()).isNotBlank();
    }
  }

  @Test
  void aVendorWithoutAProfileHasAnEmptyOne() {
    VendorProfile profile = VendorProfiles.builtIn().of("mistral");

    assertThat(profile.id()).isEqualTo("mistral");
    assertThat(profile.unsupportedRegions()).isEmpty();
    assertThat(profile.appeal()).isNull();
  }

  @Test
  void clientsThatAPersonSitsAtAreKnownForAnyVendor() {
    VendorProfile profile = VendorProfiles.builtIn().of("mistral");

    assertThat(profile.personal("claude-cli/2.1.0 (external, cli)")).isTrue();
    assertThat(profile.personal("Visual Studio Code/1.99")).isTrue();
    assertThat(profile.personal("python-requests/2.32")).isFalse();
    assertThat(profile.personal(null)).isFalse();
  }

  @Test
  void aFolderAddsVendorsToThoseThatAreBuiltIn() throws IOException {
    Files.writeString(folder.resolve("mistral.yaml"), MISTRAL);

    VendorProfiles profiles = VendorProfiles.load(folder);

    assertThat(profiles.vendors()).contains("mistral", "anthropic");
    assertThat(profiles.of("mistral").unsupportedRegions()).containsExactly("NO");
    assertThat(profiles.of("mistral").classify(failure(400, null, "Your workspace is closed")))
        .isEqualTo(Answer.of(AnswerClass.DISABLED, AnsweredBy.VENDOR));
    assertThat(profiles.of("mistral").classify(failure(401, null, null)).answerClass())
        .isEqualTo(AnswerClass.AUTH);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          answer: disabled | answer: disabld | line 8, field answers[0].answer: 'disabld' is no answer class; did you mean 'disabled'? Valid: ok, refusal,
          text: Your       | txt: Your       | line 9, field answers[0].txt: there is no such field; did you mean 'text'? Valid: answer, text,
          text: Your workspace is closed | position: anywhere | line 8, field answers[0]: needs at least one of text, code, status
          [NO]             | [NORWAY]        | line 4, field regions[0].unsupported[0]: 'NORWAY' is no ISO 3166 code
          date: 2026-11-21 | date: autumn    | line 11, field answers[0].date: 'autumn' is no date
          source: a test   | text: x         | line 5, field regions[0].text: there is no such field. Valid: unsupported, source, date.
          text: Your workspace is closed | status: 999 | line 9, field answers[0].status: '999' is no HTTP status
          vendor: mistral  | vendor: mistrall | field vendor: 'mistral' was expected
          answers:         | answer:         | line 7, field answer: there is no such field; did you mean 'answers'?
          name: Mistral    | name: [         | is not YAML
          """)
  void aWrongProfileSaysFileLineFieldAndWhatWasExpected(String right, String wrong, String expected)
      throws IOException {
    Path file = folder.resolve("mistral.yaml");
    Files.writeString(file, MISTRAL.replace(right, wrong));

    assertThatThrownBy(() -> VendorProfiles.load(folder))
        .isInstanceOf(InvalidProfileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(expected);
  }

  @Test
  void aFieldThatStandsTwiceIsWrong() throws IOException {
    Files.writeString(folder.resolve("mistral.yaml"), MISTRAL + "name: Twice\n");

    assertThatThrownBy(() -> VendorProfiles.load(folder))
        .isInstanceOf(InvalidProfileException.class)
        .hasMessageEndingWith("line 12, field name: stands twice; keep one");
  }

  @Test
  void aFileThatIsEmptyOrNoUtf8IsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("mistral.yaml"), "");
    assertThatThrownBy(() -> VendorProfiles.load(folder))
        .isInstanceOf(InvalidProfileException.class)
        .hasMessage(file + ": is empty; a profile was expected");

    Files.write(file, "name: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> VendorProfiles.load(folder))
        .isInstanceOf(InvalidProfileException.class)
        .hasMessage(file + ": is not UTF-8");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> VendorProfiles.load(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none");
  }
}
