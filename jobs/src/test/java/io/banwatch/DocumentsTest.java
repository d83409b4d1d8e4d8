package io.banwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.detect.DetectionSignals;
import io.banwatch.usage.Reason;
import io.banwatch.vendor.AnswerClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents say what the code does. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "docs/architecture.md",
          "docs/contract.md",
          "docs/dashboard-rows.md",
          "docs/dashboards.md",
          "docs/gateways/litellm.md",
          "docs/measured.md",
          "docs/metrics.md",
          "docs/operate.md",
          "docs/privacy.md",
          "docs/signals.md",
          "docs/tuning.md");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)\\)");

  @Test
  void everySignalIsInTheTableThePageAndTheContract() throws IOException {
    Set<String> signals = signals();
    assertThat(all(text("README.md"), "(?m)^\\| `([a-z-]+)` \\|")).isEqualTo(signals);
    assertThat(all(text("docs/signals.md"), "(?m)^## ([a-z-]+)$")).isEqualTo(signals);
    String names = text("docs/contract.md").split("Signals: ", 2)[1].split("\\.", 2)[0];
    assertThat(all(names, "`([a-z-]+)`")).isEqualTo(signals);
  }

  @Test
  void everyReasonAndAnswerClassIsInTheContract() throws IOException {
    String contract = text("docs/contract.md");
    assertThat(all(contract, "(?m)^\\| `([a-z0-9-]+)` \\| "))
        .containsAll(Stream.of(Reason.values()).map(Reason::word).toList());
    String names = contract.split("Answer classes: ", 2)[1].split(", each", 2)[0];
    assertThat(all(names, "`([a-z-]+)`"))
        .isEqualTo(new TreeSet<>(Stream.of(AnswerClass.values()).map(AnswerClass::word).toList()));
  }

  @Test
  void theCheckRunsTheCommandsOfTheReadme() throws IOException {
    assertThat(text("README.md")).contains("\n./banwatch demo ", "\nmvn verify ");
    assertThat(text(".ci/run")).contains("\nmvn -B -ntp verify\n", "\n./banwatch demo ");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (String document : DOCUMENTS) {
      Matcher link = LINK.matcher(text(document));
      while (link.find()) {
        assertThat(ROOT.resolve(document).resolveSibling(link.group(1)))
            .as("%s: %s", document, link.group(1))
            .exists();
      }
    }
  }

  private static Set<String> signals() {
    Set<String> signals = new TreeSet<>();
    DetectionSignals.ofKeys().forEach(signal -> signals.add(signal.id()));
    DetectionSignals.ofAccounts().forEach(signal -> signals.add(signal.id()));
    DetectionSignals.ofFeed(null, null).forEach(signal -> signals.add(signal.id()));
    return signals;
  }

  private static Set<String> all(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String text(String document) throws IOException {
    return Files.readString(ROOT.resolve(document));
  }
}
