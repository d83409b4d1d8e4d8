package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExpectedNamesTest {
  private final JsonCursor cursor = new JsonCursor();
  private final ExpectedNames names = new ExpectedNames();

  @Test
  void whatCameLastIsExpectedInTheSamePlace() {
    see("a", "b");
    names.begin();
    names.enter();
    assertThat(names.next()).hasToString("a");
    assertThat(names.came()).isEqualTo("a");
    assertThat(names.next()).hasToString("b");
  }

  @Test
  void anObjectInsideHasItsOwnOrder() {
    names.begin();
    names.enter();
    names.came("a");
    names.enter();
    names.came("inside");
    names.leave();
    assertThat(names.next()).isNull();
    names.came("b");
    names.leave();

    names.begin();
    names.enter();
    names.came();
    assertThat(names.next()).hasToString("b");
    names.enter();
    assertThat(names.next()).hasToString("inside");
  }

  @Test
  void onlySoManyNamesAreRemembered() {
    see(
        IntStream.range(0, 2 * ExpectedNames.MOST)
            .mapToObj(i -> "name-" + i)
            .toArray(String[]::new));
    see("one more", "and another");
    names.begin();
    names.enter();
    assertThat(names.next()).hasToString("name-0");
    names.came("one more");
    assertThat(names.next()).isNull();
  }

  @Property(tries = 300)
  void whateverIsExpectedTheNamesThatStandThereAreRead(
      @ForAll @Size(max = 12) List<Map<String, Map<String, Integer>>> values) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (Map<String, Map<String, Integer>> value : values) {
      List<String> expected = new ArrayList<>();
      Map<?, ?> written = mapper.readValue(mapper.writeValueAsString(value), Map.class);
      written.forEach(
          (name, inside) -> {
            expected.add((String) name);
            ((Map<?, ?>) inside).keySet().forEach(inner -> expected.add(". " + inner));
          });
      assertThat(namesIn(mapper.writeValueAsString(value))).isEqualTo(expected);
    }
  }

  private List<String> namesIn(String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      cursor.follow(parser, bytes, 0, bytes.length);
      cursor.nextValue();
      for (String name = cursor.nextField(); name != null; name = cursor.nextField()) {
        found.add(name);
        for (String inner = cursor.nextField(); inner != null; inner = cursor.nextField()) {
          found.add(". " + inner);
          cursor.skip();
        }
      }
    }
    return found;
  }

  private void see(String... fields) {
    names.begin();
    names.enter();
    for (String field : fields) {
      names.came(field);
    }
    names.leave();
  }
}
