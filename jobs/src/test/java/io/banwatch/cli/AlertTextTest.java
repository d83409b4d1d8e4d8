package io.banwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AlertTextTest {
  private static final int COLUMNS = 60;
  private static final String ACTING = "\\p{Cntrl}|[\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e]";

  @Test
  void awayFromATerminalNothingIsCutOrColoured() {
    assertThat(text("", alert(Samples.CI_BOT)))
        .isEqualTo(
            "2026-11-03 14:10:00  CRITICAL  impossible-travel    ci-bot  impossible-travel was"
                + " seen.");
  }

  @Test
  void onATerminalTheSentenceStandsBelowWhereItDoesNotFit() {
    String shown = text("out", alert(Samples.CI_BOT));
    assertThat(shown).contains("\u001b[1;31mCRITICAL\u001b[0m");
    assertThat(shown.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(
            "2026-11-03 14:10:00  CRITICAL  impossible-travel    ci-bot\n"
                + "                    impossible-travel was seen.");
  }

  @Property
  void onATerminalNoLineIsLongerThanItAndNoWordIsLost(
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String alias) {
    Alert alert = alert(new Subject("openai", "org-2", "88dc0011aabbccdd", alias, null));
    String shown = text("out", alert).replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(shown.lines()).allMatch(line -> line.length() <= COLUMNS);
    assertThat(shown).endsWith("impossible-travel was seen.");
  }

  @Test
  void aKeyWithoutANameShowsTheHeadOfItsHash() {
    Subject nameless = new Subject("openai", "org-2", "88dc0011aabbccdd", null, null);
    assertThat(AlertText.nameOf(nameless)).isEqualTo("88dc0011");
  }

  @Test
  void anAlertAboutAnAccountShowsTheAccount() {
    assertThat(AlertText.nameOf(Subject.ofAccount("openai", "org-2"))).isEqualTo("org-2");
  }

  @Property
  void whateverTheAliasItStaysOneLineThatDoesNotAct(@ForAll String alias) {
    Subject hostile = new Subject("openai", "org-2", "88dc0011aabbccdd", alias, null);
    Alert alert = alert(hostile);
    assertThat(text("", alert)).doesNotContain("\n");
    assertThat(text("out", alert).replaceAll("\u001b\\[[0-9;]*m|\n", ""))
        .doesNotContainPattern(ACTING);
    assertThat(text("", alert)).doesNotContainPattern(ACTING);
  }

  private static Alert alert(Subject subject) {
    return Samples.alert(
        "impossible-travel", Severity.CRITICAL, subject, Samples.TUESDAY_TEN_PAST_TWO);
  }

  private static String text(String terminal, Alert alert) {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    Terminal shown = new Terminal(nowhere, nowhere, terminal, COLUMNS, true);
    return String.join("\n", new AlertText(shown).of(alert));
  }
}
