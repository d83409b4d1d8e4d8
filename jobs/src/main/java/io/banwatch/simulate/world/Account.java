package io.banwatch.simulate.world;

/**
 * A vendor account behind the gateway.
 *
 * @param index its place in the world, from 0
 * @param vendor who bills it
 * @param organisation the vendor's id of the organisation
 * @param project OpenAI's id of the project; empty for Anthropic
 */
public record Account(int index, Vendor vendor, String organisation, String project) {
  /** Requests a minute that the vendor allows, as its headers say. */
  public static final int REQUESTS_A_MINUTE = 4_000;

  /** Input tokens a minute that the vendor allows, as its headers say. */
  public static final int INPUT_TOKENS_A_MINUTE = 4_000_000;

  /** Output tokens a minute that the vendor allows, as its headers say. */
  public static final int OUTPUT_TOKENS_A_MINUTE = 800_000;
}
