package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws a table: as many rows as have room, with up to two lines each. */
final class DrawnTable {
  private static final int LINE = 19;
  private static final int SIZE = 11;
  private static final int SMALL = 10;
  private static final double NARROWEST = 40;

  private final Svg svg;
  private final Look look;

  DrawnTable(Svg svg, Look look) {
    this.svg = svg;
    this.look = look;
  }

  void draw(JsonNode panel, List<List<Frame>> answers, Area area) {
    TableRows table = TableRows.of(panel, answers, look);
    List<String> columns = new ArrayList<>(table.columns());
    columns.removeIf(column -> table.rows().stream().allMatch(row -> words(row, column).isEmpty()));
    while (natural(columns) > area.width() * 1.4) {
      columns.remove(columns.size() - 1);
    }
    double stretch = area.width() / natural(columns);
    double y = area.y();
    double x = area.x();
    for (String column : columns) {
      double width = width(column) * stretch;
      String heading = Svg.cut(look.heading(column), width - 4, SMALL);
      svg.bold(x + 3, y + 13, SMALL, "start", Picture.GREY, heading);
      x += width;
    }
    y += LINE;
    for (Map<String, Object> row : table.rows()) {
      double height = LINE * lines(row, columns, stretch);
      if (y + height > area.bottom()) {
        return;
      }
      x = area.x();
      for (String column : columns) {
        double width = width(column) * stretch;
        cell(column, row, new Area(x, y, width, height));
        x += width;
      }
      y += height;
    }
  }

  private String words(Map<String, Object> row, String column) {
    return look.words(column, row.get(column));
  }

  private int lines(Map<String, Object> row, List<String> columns, double stretch) {
    return columns.stream()
            .anyMatch(
                column ->
                    wrapped(column)
                        && Svg.width(words(row, column), SIZE) > width(column) * stretch - 8)
        ? 2
        : 1;
  }

  private boolean wrapped(String column) {
    return look.setting(column, "custom.cellOptions").path("wrapText").asBoolean();
  }

  private void cell(String column, Map<String, Object> row, Area area) {
    Object value = row.get(column);
    String words = words(row, column);
    String ink = Picture.INK;
    boolean coloured =
        look.setting(column, "custom.cellOptions").path("type").asText().equals("color-background");
    if (coloured && value != null) {
      String colour = look.colour(column, value);
      svg.box(area.x() + 1, area.y() + 1, area.width() - 2, LINE - 2, colour, "");
      ink = Picture.on(colour);
    }
    double room = area.width() - 8;
    String first = Svg.cut(words, room, SIZE);
    if (wrapped(column) && first.endsWith("…")) {
      int space = first.lastIndexOf(' ');
      int end = space > 0 ? space : first.length() - 1;
      first = words.substring(0, end);
      String second = Svg.cut(words.substring(end).strip(), room, SIZE);
      svg.text(area.x() + 4, area.y() + 13 + LINE - 3, SIZE, "start", ink, second);
    }
    svg.text(area.x() + 4, area.y() + 13, SIZE, "start", ink, first);
  }

  private double natural(List<String> columns) {
    return columns.stream().mapToDouble(this::width).sum();
  }

  private double width(String column) {
    return Math.max(NARROWEST, look.setting(column, "custom.width").asDouble(360));
  }
}
