package io.banwatch.dashboards;

import java.time.Instant;
import java.util.List;

/** Draws what was the case from when to when, a row for each series. */
final class DrawnStates {
  private static final double NAMES = 150;
  private static final int SIZE = 11;

  private final Svg svg;
  private final Look look;
  private final TimeAxis axis;

  DrawnStates(Svg svg, Look look, Area area, Instant from, Instant to) {
    this.svg = svg;
    this.look = look;
    this.axis = new TimeAxis(area.inside(NAMES, 0, 0, 18), from, to);
  }

  void draw(List<Frame> frames) {
    axis.draw(svg);
    Area area = axis.area();
    double step = Math.min(34, area.height() / frames.size());
    double y = area.y();
    for (Frame frame : frames) {
      svg.text(
          area.x() - NAMES,
          y + step / 2 + 4,
          SIZE,
          "start",
          Picture.INK,
          Svg.cut(frame.name(), NAMES - 6, SIZE));
      runs(frame, y + 2, step - 4);
      y += step;
    }
  }

  private void runs(Frame frame, double y, double height) {
    List<List<Object>> rows = frame.rows();
    int begin = 0;
    for (int i = 1; i <= rows.size(); i++) {
      Object value = rows.get(begin).get(1);
      if (i == rows.size() || !String.valueOf(rows.get(i).get(1)).equals(String.valueOf(value))) {
        double end = i == rows.size() ? axis.area().right() : axis.x(rows.get(i).get(0));
        if (value != null) {
          run(frame.name(), value, new Area(axis.x(rows.get(begin).get(0)), y, 0, height), end);
        }
        begin = i;
      }
    }
  }

  private void run(String name, Object value, Area start, double end) {
    double width = end - start.x();
    String colour = look.colour(name, value);
    svg.box(start.x(), start.y(), width, start.height(), colour, "");
    String words = look.words(name, value);
    if (width > Svg.width(words, SIZE) + 6) {
      svg.text(
          start.x() + 4,
          start.y() + start.height() / 2 + 4,
          SIZE,
          "start",
          Picture.on(colour),
          words);
    }
  }
}
