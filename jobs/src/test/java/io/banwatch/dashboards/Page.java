package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One dashboard.
 *
 * @param uid its name in addresses, for ever
 * @param name its title after "Banwatch: "
 * @param question what somebody opens it for
 * @param from the beginning of its time, as {@code now-6h}
 * @param variables the choices at its top, each narrowed by those before it
 * @param alerts the scope of the alerts that are marked in its curves
 * @param kept which points it reads
 * @param sections its panels
 */
record Page(
    String uid,
    String name,
    String question,
    String from,
    List<Variable> variables,
    String alerts,
    Kept kept,
    List<Section> sections) {
  private static final int COLUMNS = 24;

  /** A page of points of ten seconds. */
  Page(
      String uid,
      String name,
      String question,
      String from,
      List<Variable> variables,
      String alerts,
      List<Section> sections) {
    this(uid, name, question, from, variables, alerts, Kept.DAYS, sections);
  }

  /**
   * Panels that belong together, laid out from left to right and top to bottom.
   *
   * @param title a heading; empty for none
   */
  record Section(String title, List<Panel> panels) {}

  static Section section(String title, Panel... panels) {
    return new Section(title, List.of(panels));
  }

  /** Whether what is chosen here can be chosen there: many values are no one value. */
  boolean gives(Variable other) {
    return variables.stream()
        .anyMatch(mine -> mine.name().equals(other.name()) && (mine.single() || !other.single()));
  }

  ObjectNode toJson(List<Page> all) {
    ArrayNode links = Json.array();
    all.stream()
        .filter(page -> !page.uid.equals(uid))
        .forEach(page -> links.add(Links.page(this, page)));
    ArrayNode choices = Json.array(Variable.source());
    variables.forEach(variable -> choices.add(variable.toJson()));
    return Json.object(
        "annotations",
        Json.object("list", Annotations.of(kept, alerts)),
        "description",
        question,
        "editable",
        false,
        "fiscalYearStartMonth",
        0,
        "graphTooltip",
        1,
        "links",
        links,
        "panels",
        panels(),
        "refresh",
        "30s",
        "schemaVersion",
        42,
        "tags",
        Json.array("banwatch"),
        "templating",
        Json.object("list", choices),
        "time",
        Json.object("from", from, "to", "now"),
        "timepicker",
        Json.object(),
        "timezone",
        "browser",
        "title",
        "Banwatch: " + name,
        "uid",
        uid,
        "weekStart",
        "");
  }

  private ArrayNode panels() {
    ArrayNode placed = Json.array();
    int id = 1;
    int top = 0;
    for (Section section : sections) {
      if (!section.title().isEmpty()) {
        placed.add(heading(section.title(), id++, top++));
      }
      int left = 0;
      int below = top;
      for (Panel panel : section.panels()) {
        if (left + panel.width() > COLUMNS) {
          left = 0;
          top = below;
        }
        placed.add(panel.toJson(id++, left, top));
        left += panel.width();
        below = Math.max(below, top + panel.height());
      }
      top = below;
    }
    return placed;
  }

  private static ObjectNode heading(String title, int id, int top) {
    return Json.object(
        "collapsed",
        false,
        "gridPos",
        Json.object("h", 1, "w", COLUMNS, "x", 0, "y", top),
        "id",
        id,
        "panels",
        Json.array(),
        "title",
        title,
        "type",
        "row");
  }
}
