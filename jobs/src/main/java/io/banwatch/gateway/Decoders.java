package io.banwatch.gateway;

import io.banwatch.vendor.VendorProfiles;

/** Makes decoders. A new format is one more line here. */
public final class Decoders {
  private Decoders() {}

  /**
   * A decoder of its own for one reading thread, which knows the vendors that come with Banwatch.
   *
   * @throws IllegalArgumentException when a trusted proxy is no address
   */
  public static UsageDecoder decoder(DecoderSettings settings) {
    return decoder(settings, new ProfiledAnswers(VendorProfiles.builtIn()));
  }

  /** A decoder that classifies answers in this way. */
  public static UsageDecoder decoder(DecoderSettings settings, VendorAnswers answers) {
    ForwardedFor forwardedFor = new ForwardedFor(settings.trustedProxies(), settings.trustedHops());
    return new JsonDecoder(new LiteLlmReader(forwardedFor, answers));
  }
}
