package io.banwatch.measure;

import io.banwatch.alert.Subject;
import io.banwatch.metric.Members;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Remembers what is asked of the keys seen last: texts are slow to clean, patterns to match. */
final class SeriesCache {
  /** A power of two. */
  private static final int MOST = 1 << 16;

  /** A key at an account, what holds for it, and what its points are tagged with. */
  record Entry(Subject subject, Settings settings, Members tags) {
    boolean isOf(KeySlices key, KeySeries series) {
      return subject.key().equals(key.key)
          && subject.vendor().equals(key.vendor)
          && subject.account().equals(series.account)
          && Objects.equals(subject.keyAlias(), series.keyAlias)
          && Objects.equals(subject.team(), series.team);
    }
  }

  /** Each at the slot of its hash: two that fall together would take turns. */
  private final Entry[] entries = new Entry[MOST];

  private final Policy policy;

  SeriesCache(Policy policy) {
    this.policy = policy;
  }

  Entry of(KeySlices key, KeySeries series) {
    int slot = (int) (key.identity ^ series.account.hashCode()) & (MOST - 1);
    Entry known = entries[slot];
    if (known != null && known.isOf(key, series)) {
      return known;
    }
    Subject subject =
        new Subject(key.vendor, series.account, key.key, series.keyAlias, series.team);
    Entry entry = new Entry(subject, policy.settingsFor(subject), tags(subject));
    entries[slot] = entry;
    return entry;
  }

  private static Members tags(Subject subject) {
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag(TagNames.VENDOR, TagText.plain(subject.vendor())));
    tags.add(new Tag(TagNames.ACCOUNT, TagText.account(subject.account())));
    if (subject.team() != null && !subject.team().isEmpty()) {
      tags.add(new Tag(TagNames.TEAM, TagText.plain(subject.team())));
    }
    tags.add(new Tag(TagNames.API_KEY, TagText.apiKey(subject.keyAlias(), subject.key())));
    return Members.ofTags(tags);
  }
}
