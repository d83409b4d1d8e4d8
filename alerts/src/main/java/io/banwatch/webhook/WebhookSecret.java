package io.banwatch.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A symmetric secret of Standard Webhooks 1.0.0: {@code whsec_} and the base64 of 24 to 64 random
 * bytes (standard-webhooks/standard-webhooks, spec/standard-webhooks.md, "Symmetric").
 */
final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int FEWEST = 24;
  private static final int MOST = 64;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";

  private final SecretKeySpec key;

  /**
   * Takes a secret as written; the prefix may be left out.
   *
   * @throws IllegalArgumentException when it has another form; the message does not quote it
   */
  WebhookSecret(String text) {
    byte[] bytes = decoded(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
    if (bytes.length < FEWEST || bytes.length > MOST) {
      throw new IllegalArgumentException(
          "a webhook secret holds "
              + FEWEST
              + " to "
              + MOST
              + " bytes, this one "
              + bytes.length
              + ": make one with: echo whsec_$(openssl rand -base64 32)");
    }
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * One signature for the header {@code webhook-signature}.
   *
   * @param id the webhook's id, without a dot
   * @param seconds the time of this try, Unix seconds
   * @param body the bytes that are sent
   */
  String signature(String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Its message would quote the secret.
      throw new IllegalArgumentException(
          "a webhook secret is whsec_ and base64: make one with: echo whsec_$(openssl rand -base64"
              + " 32)");
    }
  }
}
