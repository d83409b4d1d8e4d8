package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
  private static final Path ROOT = Path.of("..");
  private static final int LARGEST = 200 * 1024;

  @ParameterizedTest
  @CsvSource({"overview, 100", "tuning, 13"})
  void aPictureShowsItsDashboardAndSaysThatItIsDrawn(String name, int panels) throws Exception {
    Path file = ROOT.resolve("docs/dashboard-" + name + ".svg");
    String picture = Files.readString(file);
    assertThat(picture).contains(Svg.escaped(Picture.NOTE)).hasSizeLessThan(LARGEST);
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    for (JsonNode panel : dashboard(name).json().path("panels")) {
      if (panel.path("id").asInt() <= panels - 1) {
        assertThat(picture).contains(panel.path("title").asText());
      }
    }
  }

  @Test
  void hostileWordsStayWords() {
    String picture =
        new Svg()
            .text(1, 2, 10, "start", "#000000", "<script>\u0000&\"\uFFFE</script>")
            .whole(9, 9);
    assertThat(picture).contains(">&lt;script&gt;&amp;&quot;&lt;/script&gt;<");
  }

  @Test
  void aTableIsMergedCalculatedAndSorted() throws IOException {
    JsonNode panel =
        Json.MAPPER.readTree(
            """
            {"options": {"sortBy": [{"displayName": "Most", "desc": true}]},
             "fieldConfig": {"overrides": [{"matcher": {"options": "most"},
               "properties": [{"id": "displayName", "value": "Most"}]}]},
             "transformations": [{"id": "merge"},
               {"id": "calculateField",
                "options": {"alias": "most", "reduce": {"include": ["x", "y"]}}},
               {"id": "organize", "options": {"indexByName": {"account": 0, "x": 1, "most": 2}}}]}
            """);
    Frame first = table("x", row(1L, "a", 3.0), row(1L, "b", 4.0));
    Frame second = table("y", row(2L, "b", 1.0), row(2L, "c", 9.0));
    TableRows table = TableRows.of(panel, List.of(List.of(first), List.of(second)), look(panel));
    assertThat(table.columns()).containsExactly("account", "x", "most");
    assertThat(table.rows()).extracting(row -> row.get("account")).containsExactly("c", "b", "a");
    assertThat(table.rows()).extracting(row -> row.get("most")).containsExactly(9.0, 4.0, 3.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none | 3 | 3
          short | 1234 | 1.2 K
          short | 2500000 | 2.5 Mil
          percentunit | 0.123 | 12.3 %
          currencyUSD | 3.5 | $3.50
          s | 7300 | 2 hours
          dateTimeAsIso | 1000 | 1970-01-01 00:00:01
          dateTimeFromNow | 0 | 100 s ago
          """)
  void valuesHaveTheirUnit(String unit, double value, String words) {
    JsonNode panel =
        Json.object(
            "fieldConfig",
            Json.object("defaults", Json.object("unit", unit), "overrides", List.of()));
    assertThat(new Look(panel, Instant.ofEpochSecond(100)).words("x", value)).isEqualTo(words);
  }

  @Test
  void aLevelIsAWordAndAColour() {
    JsonNode panel = OpenAlerts.panel(Scope.ACCOUNT).toJson(1, 0, 0);
    assertThat(look(panel).words("severity_level", 3.0)).isEqualTo("critical");
    assertThat(look(panel).colour("severity_level", 3.0)).isEqualTo(Level.CRITICAL.colour());
  }

  private static Look look(JsonNode panel) {
    return new Look(panel, Instant.EPOCH);
  }

  private static Frame table(String column, List<Object> one, List<Object> two) {
    return new Frame("", List.of(Frame.TIME, "account", column), List.of(one, two));
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  private static DashboardFile dashboard(String name) throws IOException {
    return DashboardFile.all(ROOT).stream()
        .filter(file -> file.name().equals(name + ".json"))
        .findFirst()
        .orElseThrow();
  }
}
