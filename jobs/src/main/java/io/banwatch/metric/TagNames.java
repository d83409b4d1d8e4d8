package io.banwatch.metric;

import java.util.List;

/** The names of tags. None holds an address, an id of a request, a time, or text of an error. */
public final class TagNames {
  /** The vendor; {@link #FEED} for alerts about the feed. */
  public static final String VENDOR = "vendor";

  /** The vendor's organisation that pays, or {@code unknown@vendor}. */
  public static final String ACCOUNT = "account";

  /** The key's team; left out where the gateway names none. */
  public static final String TEAM = "team";

  /** The key as {@code alias#first 8 of its hash}. */
  public static final String API_KEY = "api_key";

  /** ISO 3166 alpha-2 code, {@link #OTHER}, or {@link #UNKNOWN}. */
  public static final String COUNTRY = "country";

  /** The autonomous system as {@code AS64500 name}, {@link #OTHER}, or {@link #UNKNOWN}. */
  public static final String NETWORK = "network";

  /** The model as the vendor names it, {@link #OTHER}, or {@link #UNKNOWN}. */
  public static final String MODEL = "model";

  /** The signal's id. */
  public static final String SIGNAL = "signal";

  /** The severity's word. */
  public static final String SEVERITY = "severity";

  /** {@code firing} or {@code resolved}. */
  public static final String STATUS = "status";

  /** Vendor and account of what is about the gateway's log itself. */
  public static final String FEED = "feed";

  /** Stands for all that is beyond a bound. */
  public static final String OTHER = "other";

  /** Stands for what the log or the geo database does not know. */
  public static final String UNKNOWN = "unknown";

  static final List<String> OF_KEY = List.of(VENDOR, ACCOUNT, TEAM, API_KEY);
  static final List<String> OF_PLACE = List.of(VENDOR, ACCOUNT, TEAM, API_KEY, COUNTRY, NETWORK);
  static final List<String> OF_ACCOUNT = List.of(VENDOR, ACCOUNT);
  static final List<String> OF_MODEL = List.of(VENDOR, ACCOUNT, MODEL);
  static final List<String> OF_CHANGE =
      List.of(VENDOR, ACCOUNT, TEAM, API_KEY, SIGNAL, SEVERITY, STATUS);

  private TagNames() {}
}
