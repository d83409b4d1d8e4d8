package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTemplateTest {
  @Test
  void valuesArePercentEncoded() {
    LinkTemplate template = new LinkTemplate("https://x.example.com/{team}?k={key}&n={team}");

    assertThat(template.filled(Map.of("team", "a/../b c+ü", "key", "$1\\&k=\"<{team}>#")))
        .isEqualTo(
            "https://x.example.com/a%2F..%2Fb%20c%2B%C3%BC?k=%241%5C%26k%3D%22%3C%7Bteam%7D%3E%23"
                + "&n=a%2F..%2Fb%20c%2B%C3%BC");
  }

  @Test
  void noTemplateGivesNoLink() {
    assertThat(new LinkTemplate("").isEmpty()).isTrue();
    assertThat(new LinkTemplate("https://x.example.com").isEmpty()).isFalse();
  }

  @Test
  void placeholdersAreKnownAndLeaveTheHostAlone() {
    refuses("https://x.example.com/{nobody}", "{vendor}, {account}, {key}");
    refuses("https://x.example.com/{Team}", "{vendor}, {account}, {key}");
    refuses("https://x.example.com:{from}/", "an address such as");
    refuses("https://{vendor}/", "an address such as");
    refuses("{vendor}", "an address such as");
    refuses("https://x.example.com/a b", "an address such as");
    refuses("https://x.example.com/{", "an address such as");
  }

  private static void refuses(String template, String message) {
    assertThatThrownBy(() -> new LinkTemplate(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
