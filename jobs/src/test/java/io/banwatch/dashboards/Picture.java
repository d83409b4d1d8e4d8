package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A dashboard drawn from what its own queries give: its grid, its words, its colours. It is no
 * screenshot, and says so.
 */
final class Picture {
  static final String NOTE =
      "Drawn from the panels' queries by Banwatch's tests, not a Grafana screenshot. ";

  static final String INK = "#24292E";
  static final String GREY = "#6A6F73";

  private static final int WIDTH = 1_080;
  private static final double COLUMN = WIDTH / 24.0;
  private static final int ROW = 30;
  private static final int HEAD = 52;

  private final Svg svg = new Svg();
  private final QueriedDashboard queried;
  private final Instant from;
  private final Instant to;

  Picture(QueriedDashboard queried, Instant from, Instant to) {
    this.queried = queried;
    this.from = from;
    this.to = to;
  }

  /**
   * The picture's text.
   *
   * @param chosen what the reader chose, in words
   * @param rows how many rows of the grid are drawn
   */
  String of(DashboardFile dashboard, String chosen, int rows)
      throws IOException, InterruptedException {
    svg.bold(10, 24, 17, "start", INK, dashboard.title());
    svg.text(WIDTH - 10, 22, 12, "end", GREY, chosen);
    svg.text(10, 42, 11, "start", GREY, NOTE + "Made-up traffic; times in UTC.");
    List<DrawnLines.Mark> marks = marks(dashboard);
    int lowest = 0;
    for (JsonNode panel : dashboard.json().path("panels")) {
      JsonNode place = panel.path("gridPos");
      int below = place.path("y").asInt() + place.path("h").asInt();
      if (below <= rows) {
        lowest = Math.max(lowest, below);
        panel(panel, area(place), marks);
      }
    }
    return svg.whole(WIDTH, HEAD + lowest * ROW + 4);
  }

  private static Area area(JsonNode place) {
    return new Area(
            place.path("x").asInt() * COLUMN,
            HEAD + place.path("y").asInt() * ROW,
            place.path("w").asInt() * COLUMN,
            place.path("h").asInt() * ROW)
        .inside(3, 3, 3, 3);
  }

  private List<DrawnLines.Mark> marks(DashboardFile dashboard)
      throws IOException, InterruptedException {
    List<DrawnLines.Mark> marks = new ArrayList<>();
    for (JsonNode annotation : dashboard.annotations()) {
      if (annotation.path("enable").asBoolean()) {
        for (Frame frame : queried.annotation(annotation)) {
          for (List<Object> row : frame.rows()) {
            marks.add(
                0, new DrawnLines.Mark((Long) row.get(0), annotation.path("iconColor").asText()));
          }
        }
      }
    }
    return marks;
  }

  private void panel(JsonNode panel, Area area, List<DrawnLines.Mark> marks)
      throws IOException, InterruptedException {
    String title = panel.path("title").asText();
    if (panel.path("type").asText().equals("row")) {
      svg.bold(area.x() + 4, area.y() + 17, 13, "start", INK, "▾ " + title);
      return;
    }
    svg.box(area.x(), area.y(), area.width(), area.height(), "#FFFFFF", "#D8D9DA");
    svg.bold(area.x() + 8, area.y() + 17, 12, "start", INK, Svg.cut(title, area.width() - 16, 12));
    Area body = area.inside(8, 26, 8, 6);
    List<List<Frame>> answers = queried.panel(panel, (int) body.width());
    List<Frame> frames = answers.stream().flatMap(List::stream).toList();
    if (RowCounts.rows(frames) == 0) {
      String why = panel.at("/fieldConfig/defaults/noValue").asText();
      svg.text(
          body.x() + body.width() / 2,
          body.y() + body.height() / 2,
          11,
          "middle",
          GREY,
          Svg.cut(why, body.width(), 11));
      return;
    }
    Look look = new Look(panel, to);
    switch (panel.path("type").asText()) {
      case "stat" -> number(panel, frames.get(0), look, body);
      case "table" -> new DrawnTable(svg, look).draw(panel, answers, body);
      case "bargauge" -> gauges(frames, look, body);
      case "state-timeline" -> new DrawnStates(svg, look, body, from, to).draw(frames);
      case "timeseries" -> new DrawnLines(svg, look, body, from, to).draw(frames, marks);
      default -> throw new IllegalArgumentException("cannot draw " + title);
    }
  }

  private void number(JsonNode panel, Frame frame, Look look, Area area) {
    boolean time = panel.at("/options/reduceOptions/fields").asText().contains(Frame.TIME);
    List<Object> row = frame.rows().get(frame.rows().size() - 1);
    Object value = time ? Double.valueOf((Long) row.get(0)) : row.get(row.size() - 1);
    String colour = look.colour("value", value);
    svg.box(area.x(), area.y(), area.width(), area.height(), colour, "");
    svg.bold(
        area.x() + area.width() / 2,
        area.y() + area.height() / 2 + 9,
        time ? 20 : 27,
        "middle",
        on(colour),
        look.words("value", value));
  }

  private void gauges(List<Frame> frames, Look look, Area area) {
    double step = Math.min(40, area.height() / frames.size());
    double y = area.y();
    for (Frame frame : frames) {
      Object value = frame.rows().get(0).get(1);
      double share = value instanceof Number number ? Math.min(1, number.doubleValue()) : 0;
      svg.text(area.x(), y + 11, 10, "start", INK, Svg.cut(frame.name(), area.width() - 44, 10));
      svg.text(area.right(), y + 11, 10, "end", INK, look.words(frame.name(), value));
      svg.box(area.x(), y + 15, area.width(), step - 20, "#E9EAEB", "");
      svg.box(
          area.x(), y + 15, area.width() * share, step - 20, look.colour(frame.name(), value), "");
      y += step;
    }
  }

  /** Ink that can be read on a colour. */
  static String on(String colour) {
    if (colour.length() > 7) {
      return INK;
    }
    int rgb = Integer.parseInt(colour.substring(1), 16);
    double light = 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    return light > 150 ? INK : "#FFFFFF";
  }
}
