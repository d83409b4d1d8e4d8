package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogNoticesTest {
  private final LogNotices notices = new LogNotices();

  @Test
  void whatIsNewIsToldOnce() {
    assertThat(notices.since(0)).isEqualTo(new LogNotices.News(0, List.of()));
    notices.tell("a.jsonl", "was cut");
    notices.tell("b.jsonl", "vanished");
    LogNotices.News first = notices.since(0);
    assertThat(first.count()).isEqualTo(2);
    assertThat(first.notices()).extracting(LogNotice::words).containsExactly("was cut", "vanished");
    notices.tell("c.jsonl", "may not be read");
    assertThat(notices.since(first.count()).notices())
        .extracting(LogNotice::source)
        .containsExactly("c.jsonl");
    assertThat(notices.since(3).notices()).isEmpty();
  }

  @Test
  void ofTooManyTheNewestAreTold() {
    for (int i = 0; i < 2 * LogNotices.KEPT; i++) {
      notices.tell("a.jsonl", "notice " + i);
    }
    LogNotices.News news = notices.since(50);
    assertThat(news.count()).isEqualTo(200);
    assertThat(news.notices()).hasSize(LogNotices.KEPT);
    assertThat(news.notices().get(99).words()).isEqualTo("notice 199");
  }
}
