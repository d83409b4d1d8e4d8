package io.banwatch.detect;

import io.banwatch.alert.Subject;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Settings;
import io.banwatch.usage.UsageEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Remembers what the policy says of the keys seen last, since its patterns are slow to match. */
final class SubjectCache {
  private static final int MOST = 50_000;

  /** A key and what holds for it. */
  record Entry(Subject subject, Settings settings) {}

  private final Policy policy;
  private final Map<Long, Entry> entries =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Entry> eldest) {
          return size() > MOST;
        }
      };

  SubjectCache(Policy policy) {
    this.policy = policy;
  }

  Entry of(UsageEvent event) {
    Entry known = entries.get(event.identity());
    if (known != null && sameSubject(known.subject(), event)) {
      return known;
    }
    Subject subject =
        new Subject(event.vendor(), event.account(), event.key(), event.keyAlias(), event.team());
    Entry entry = new Entry(subject, policy.settingsFor(subject));
    entries.put(event.identity(), entry);
    return entry;
  }

  private static boolean sameSubject(Subject subject, UsageEvent event) {
    return subject.account().equals(event.account())
        && subject.key().equals(event.key())
        && Objects.equals(subject.keyAlias(), event.keyAlias())
        && Objects.equals(subject.team(), event.team());
  }
}
