package io.banwatch.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Signatures against the vector that Standard Webhooks 1.0.0 publishes: the one that the tests of
 * all its reference libraries share (github.com/standard-webhooks/standard-webhooks, libraries,
 * read 2026-11).
 */
class WebhookSecretTest {
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SECONDS = 1_614_265_330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void thePublishedVectorIsSignedAsPublished() {
    WebhookSecret secret = new WebhookSecret(Examples.SECRET);

    assertThat(secret.signature(ID, SECONDS, BODY.getBytes(UTF_8))).isEqualTo(SIGNATURE);
  }

  @Test
  void thePrefixMayBeLeftOut() {
    WebhookSecret secret = new WebhookSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(secret.signature(ID, SECONDS, BODY.getBytes(UTF_8))).isEqualTo(SIGNATURE);
  }

  @Test
  void idTimeAndBodyAreAllSigned() {
    WebhookSecret secret = new WebhookSecret(Examples.SECRET);

    assertThat(secret.signature(ID + "x", SECONDS, BODY.getBytes(UTF_8))).isNotEqualTo(SIGNATURE);
    assertThat(secret.signature(ID, SECONDS + 1, BODY.getBytes(UTF_8))).isNotEqualTo(SIGNATURE);
    assertThat(secret.signature(ID, SECONDS, (BODY + " ").getBytes(UTF_8))).isNotEqualTo(SIGNATURE);
  }

  @Test
  void aMessageCarriesThePublishedHeaders() {
    StandardFormat format = new StandardFormat(java.util.List.of(Examples.SECRET));

    Message signed = format.signed(new Message(ID, Map.of(), "application/json", BODY), SECONDS);

    assertThat(signed.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "webhook-id", ID,
                "webhook-timestamp", "1614265330",
                "webhook-signature", SIGNATURE));
    assertThat(signed.bytes()).isEqualTo(BODY.getBytes(UTF_8));
  }

  @Test
  void secretsOf24To64BytesAreTaken() {
    assertThat(new WebhookSecret(secret(24))).isNotNull();
    assertThat(new WebhookSecret(secret(64))).isNotNull();
    refuses(secret(23), "a webhook secret holds 24 to 64 bytes, this one 23");
    refuses(secret(65), "a webhook secret holds 24 to 64 bytes, this one 65");
  }

  @Test
  void whatIsNoBase64IsRefusedAndNotQuoted() {
    refuses("whsec_secret!", "a webhook secret is whsec_ and base64");
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> new WebhookSecret(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("secret!")
        .hasNoCause();
  }

  private static String secret(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
