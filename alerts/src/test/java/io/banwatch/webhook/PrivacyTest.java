package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.about;
import static io.banwatch.webhook.Examples.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Subject;
import org.junit.jupiter.api.Test;

class PrivacyTest {
  private static final Privacy USUAL = new Privacy(false);
  private static final Privacy FULL = new Privacy(true);

  @Test
  void everyTextIsMaskedAndNothingElseChanges() {
    Alert alert = Examples.saying("j.doe@example.com at 203.0.113.7");
    Alert expected = Examples.saying("j***@example.com at 203.0.113.0/24");

    assertThat(USUAL.of(alert)).isEqualTo(expected);
    assertThat(USUAL.of(Examples.FIRING)).isEqualTo(Examples.FIRING);
  }

  @Test
  void aReceiverMayGetAddressesWholeButNeverAMailAddress() {
    Alert alert = Examples.saying("j.doe@example.com at 203.0.113.7");

    assertThat(FULL.of(alert)).isEqualTo(Examples.saying("j***@example.com at 203.0.113.7"));
  }

  @Test
  void aFactNamedAnAddressIsAnAddressOrWithheld() {
    Alert alert =
        evidence(
            Fact.of("clientAddress", "203.0.113.7"),
            Fact.of("egressAddress", "3405803783"),
            Fact.of("address", 3_405_803_783.0),
            Fact.of("addressBlock", "2001:db8:1::/48"));

    assertThat(USUAL.of(alert).explanation().evidence())
        .containsExactly(
            Fact.of("clientAddress", "203.0.113.0/24"),
            Fact.of("egressAddress", "withheld"),
            Fact.of("address", "withheld"),
            Fact.of("addressBlock", "2001:db8:1::/48"));
  }

  @Test
  void mailAddressesOfAnyKindAreMasked() {
    masks("jane.doe@example.com", "j***@example.com");
    masks("<jane@mail.example.co.uk>", "<j***@mail.example.co.uk>");
    masks("mailto:o'neill+x@example.com.", "mailto:o***@example.com.");
    masks("\"jane doe\"@example.com", "\"jane d***@example.com");
    masks("jäne@bücher.example", "j***@bücher.example");
    masks("a@x.io,b@y.io", "a***@x.io,b***@y.io");
    masks("j***@example.com", "j***@example.com");
  }

  @Test
  void whatIsNoMailAddressStays() {
    masks("unknown@anthropic", "unknown@anthropic");
    masks("unknown@together.ai", "unknown@together.ai");
    masks("@here", "@here");
    masks("ci@bot", "ci@bot");
  }

  private static void masks(String text, String masked) {
    Subject subject = USUAL.of(about(new Subject("v", "a", "k", text, null))).subject();

    assertThat(subject.keyAlias()).isEqualTo(masked);
    assertThat(subject.team()).isNull();
  }
}
