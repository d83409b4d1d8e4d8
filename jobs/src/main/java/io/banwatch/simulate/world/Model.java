package io.banwatch.simulate.world;

/**
 * Models, per vendor from small and common to large and rare. Prices are of the order of the
 * vendors' lists of autumn 2026 and only make the log's costs plausible: nothing judges them.
 */
public enum Model {
  HAIKU(Vendor.ANTHROPIC, "claude-haiku-4-5-20251001", "claude-haiku-4-5", 1.0, 5.0),
  SONNET(Vendor.ANTHROPIC, "claude-sonnet-5", "claude-sonnet-5", 3.0, 15.0),
  OPUS(Vendor.ANTHROPIC, "claude-opus-5", "claude-opus-5", 5.0, 25.0),
  FABLE(Vendor.ANTHROPIC, "claude-fable-5", "claude-fable-5", 10.0, 50.0),
  GPT_MINI(Vendor.OPENAI, "gpt-5-mini", "gpt-5-mini", 0.25, 2.0),
  GPT(Vendor.OPENAI, "gpt-5", "gpt-5", 1.25, 10.0),
  GPT_4O(Vendor.OPENAI, "gpt-4o", "gpt-4o", 2.5, 10.0),
  GPT_PRO(Vendor.OPENAI, "gpt-5-pro", "gpt-5-pro", 15.0, 120.0);

  private static final double CACHE_READ_SHARE = 0.1;
  private static final double CACHE_WRITE_SHARE = 1.25;

  private final Vendor vendor;
  private final String vendorName;
  private final String group;
  private final double input;
  private final double output;

  Model(Vendor vendor, String vendorName, String group, double input, double output) {
    this.vendor = vendor;
    this.vendorName = vendorName;
    this.group = group;
    this.input = input;
    this.output = output;
  }

  public Vendor vendor() {
    return vendor;
  }

  /** The vendor's name of it. */
  public String vendorName() {
    return vendorName;
  }

  /** The gateway's public alias of it. */
  public String group() {
    return group;
  }

  /** US dollars per million uncached input tokens. */
  public double inputPrice() {
    return input;
  }

  /** US dollars per million input tokens read from the cache. */
  public double cacheReadPrice() {
    return input * CACHE_READ_SHARE;
  }

  /** US dollars per million input tokens written to the cache. */
  public double cacheWritePrice() {
    return input * CACHE_WRITE_SHARE;
  }

  /** US dollars per million output tokens. */
  public double outputPrice() {
    return output;
  }
}
