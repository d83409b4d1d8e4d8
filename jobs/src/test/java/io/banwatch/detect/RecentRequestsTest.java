package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Requests;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {
  private static final long NOW = Requests.TUESDAY;
  private static final long MINUTE = 60_000;

  private final RecentRequests recent = new RecentRequests();

  @Property
  void withinTheRememberedTimeItIsASet(
      @ForAll @Size(max = 500) List<@LongRange(min = 1, max = 300) Long> hashes) {
    RecentRequests requests = new RecentRequests();
    Set<Long> seen = new HashSet<>();
    for (long hash : hashes) {
      assertThat(requests.add(hash, NOW)).isEqualTo(seen.add(hash));
    }
  }

  @Test
  void aRequestWithoutAnIdIsNeverARepeat() {
    assertThat(recent.add(0, NOW)).isTrue();
    assertThat(recent.add(0, NOW)).isTrue();
  }

  @Test
  void aRepeatTenMinutesLaterIsRecognised() {
    recent.add(7, NOW);
    assertThat(recent.add(7, NOW + 10 * MINUTE)).isFalse();
  }

  @Test
  void aRepeatHoursLaterIsForgotten() {
    recent.add(7, NOW);
    recent.add(8, NOW + 60 * MINUTE);
    assertThat(recent.add(7, NOW + 60 * MINUTE)).isTrue();
  }

  @Test
  void aBusyKeyRemembersItsNewestRequestsInBoundedMemory() {
    for (long hash = 1; hash <= 100_000; hash++) {
      recent.add(hash, NOW);
    }
    assertThat(recent.current.length + recent.previous.length)
        .isLessThanOrEqualTo(4 * RecentRequests.MOST);
    assertThat(recent.add(100_000 - RecentRequests.MOST + 1, NOW)).isFalse();
  }
}
