package io.banwatch.measure;

import io.banwatch.alert.Subject;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Settings;
import java.util.ArrayList;
import java.util.List;

/** Remembers what is asked of the keys seen last: texts are slow to clean, patterns to match. */
final class SeriesCache {
  /** A power of two. */
  private static final int MOST = 1 << 14;

  /** A key at an account, what holds for it, and what its points are tagged with. */
  record Entry(Subject subject, Settings settings, List<Tag> tags) {}

  /** Each at the slot of its identity, which is a hash already. */
  private final Entry[] entries = new Entry[MOST];

  private final Policy policy;

  SeriesCache(Policy policy) {
    this.policy = policy;
  }

  Entry of(KeySlices key, KeySeries series) {
    int slot = (int) key.identity & (MOST - 1);
    Entry known = entries[slot];
    Subject subject =
        new Subject(key.vendor, series.account, key.key, series.keyAlias, series.team);
    if (known != null && known.subject().equals(subject)) {
      return known;
    }
    Entry entry = new Entry(subject, policy.settingsFor(subject), tags(subject));
    entries[slot] = entry;
    return entry;
  }

  private static List<Tag> tags(Subject subject) {
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag(TagNames.VENDOR, TagText.plain(subject.vendor())));
    tags.add(new Tag(TagNames.ACCOUNT, TagText.account(subject.account())));
    if (subject.team() != null && !subject.team().isEmpty()) {
      tags.add(new Tag(TagNames.TEAM, TagText.plain(subject.team())));
    }
    tags.add(new Tag(TagNames.API_KEY, TagText.apiKey(subject.keyAlias(), subject.key())));
    return List.copyOf(tags);
  }
}
