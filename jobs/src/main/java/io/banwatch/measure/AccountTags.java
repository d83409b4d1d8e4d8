package io.banwatch.measure;

import io.banwatch.metric.Members;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags of accounts' points, remembered: texts are slow to clean. Not thread-safe. */
public final class AccountTags {
  private static final int MOST = 10_000;

  private record Account(String vendor, String account) {}

  private final Map<Account, Members> known = new HashMap<>();

  /** The tags of an account, written. */
  public Members of(String vendor, String account) {
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Account(vendor, account), unused -> Members.ofTags(tags(vendor, account)));
  }

  /** The tags of an account. */
  static List<Tag> tags(String vendor, String account) {
    return List.of(
        new Tag(TagNames.VENDOR, TagText.plain(vendor)),
        new Tag(TagNames.ACCOUNT, TagText.account(account)));
  }
}
