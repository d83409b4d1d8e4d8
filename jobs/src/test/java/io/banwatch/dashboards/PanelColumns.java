package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns and series that a panel's settings name, against those that its queries give: Grafana
 * is silent about a name that does not exist.
 */
final class PanelColumns {
  private final JsonNode panel;
  private final Set<String> given = new HashSet<>();
  private final Set<String> headings = new HashSet<>();

  private PanelColumns(JsonNode panel, List<List<Frame>> answers) {
    this.panel = panel;
    answers.forEach(frames -> frames.forEach(frame -> given.addAll(frame.columns())));
    for (JsonNode transformation : panel.path("transformations")) {
      JsonNode alias = transformation.at("/options/alias");
      if (!alias.isMissingNode()) {
        given.add(alias.asText());
      }
    }
    headings.addAll(given);
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      for (JsonNode property : override.path("properties")) {
        if (property.path("id").asText().equals("displayName")) {
          headings.add(property.path("value").asText());
        }
      }
    }
  }

  /** Names that the panel uses and its queries do not give. */
  static List<String> missing(JsonNode panel, List<List<Frame>> answers) {
    PanelColumns columns = new PanelColumns(panel, answers);
    List<String> missing = new ArrayList<>();
    for (String name : columns.used()) {
      if (!columns.given.contains(name)) {
        missing.add(name);
      }
    }
    for (JsonNode sorting : panel.at("/options/sortBy")) {
      String heading = sorting.path("displayName").asText();
      if (!columns.headings.contains(heading)) {
        missing.add(heading);
      }
    }
    return missing;
  }

  /** The columns that an annotation names. */
  static List<String> missingInAnnotation(JsonNode annotation, List<Frame> frames) {
    JsonNode target = annotation.path("target");
    List<String> used = new ArrayList<>(List.of(target.path("textColumn").asText()));
    used.addAll(Arrays.asList(target.path("tagsColumn").asText().split(",", -1)));
    frames.forEach(frame -> used.removeAll(frame.columns()));
    return used;
  }

  private List<String> used() {
    List<String> used = new ArrayList<>();
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      used.add(override.at("/matcher/options").asText());
    }
    for (JsonNode transformation : panel.path("transformations")) {
      JsonNode options = transformation.path("options");
      options.path("indexByName").fieldNames().forEachRemaining(used::add);
      options.path("excludeByName").fieldNames().forEachRemaining(used::add);
      options.at("/exclude/names").forEach(name -> used.add(name.asText()));
      options.at("/reduce/include").forEach(name -> used.add(name.asText()));
    }
    for (JsonNode layer : panel.at("/options/layers")) {
      used.add(layer.at("/location/latitude").asText());
      used.add(layer.at("/location/longitude").asText());
      used.add(layer.at("/config/style/size/field").asText());
      used.add(layer.at("/config/style/color/field").asText());
    }
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      for (JsonNode below : override.path("properties")) {
        if (below.path("id").asText().equals("custom.fillBelowTo")) {
          used.add(below.path("value").asText());
        }
      }
    }
    return used;
  }
}
