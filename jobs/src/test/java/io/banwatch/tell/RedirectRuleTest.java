package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectRuleTest {
  private static final URI FROM = URI.create("https://hooks.example.com/a/b?c=d");

  @ParameterizedTest
  @CsvSource({
    "/x,https://hooks.example.com/x",
    "x,https://hooks.example.com/a/x",
    "?y,https://hooks.example.com/a/?y",
    "https://hooks.example.com/z,https://hooks.example.com/z",
    "https://HOOKS.example.com:443/z,https://HOOKS.example.com:443/z",
    "//hooks.example.com/z,https://hooks.example.com/z"
  })
  void theSameHostIsFollowed(String location, String next) {
    assertThat(RedirectRule.next(FROM, location)).contains(URI.create(next));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com/z",
        "https://hooks.example.com:8443/z",
        "https://example.com/z",
        "https://hooks.example.com.evil.example/z",
        "https://user@hooks.example.com/z",
        "//evil.example/z",
        "file:///etc/passwd",
        "mailto:a@b",
        "https://",
        "https:// /",
        "::"
      })
  void nobodyElseIs(String location) {
    assertThat(RedirectRule.next(FROM, location)).isEmpty();
  }

  @Test
  void aRedirectToNowhereIsNotFollowed() {
    assertThat(RedirectRule.next(FROM, null)).isEmpty();
  }
}
