package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws curves over time, with the marks of alerts. */
final class DrawnLines {
  /** Told apart with any colour vision: Okabe and Ito, 2008. */
  private static final List<String> COLOURS =
      List.of(
          "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#999999");

  private static final int LEGEND = 18;
  private static final int NUMBERS = 46;
  private static final int SIZE = 10;

  private final Svg svg;
  private final Look look;
  private final TimeAxis axis;
  private final Area whole;

  DrawnLines(Svg svg, Look look, Area area, Instant from, Instant to) {
    this.svg = svg;
    this.look = look;
    this.whole = area;
    this.axis = new TimeAxis(area.inside(NUMBERS, 4, 8, 16 + LEGEND), from, to);
  }

  void draw(List<Frame> frames, List<Mark> marks) {
    double top = top(frames);
    axis.draw(svg);
    numbers(frames.get(0).name(), top);
    for (Frame frame : frames) {
      band(frame, frames, top);
    }
    for (int i = 0; i < frames.size(); i++) {
      curve(frames.get(i), colour(frames.get(i).name(), i), top);
    }
    for (Mark mark : marks) {
      double x = axis.x(mark.time());
      svg.line(
          x,
          axis.area().y(),
          x,
          axis.area().bottom(),
          "stroke=\"%s\" stroke-dasharray=\"2 3\"".formatted(mark.colour()));
      svg.path(
          "M%s %sl-4 6h8z".formatted(Svg.number(x), Svg.number(axis.area().bottom())),
          "fill=\"%s\"".formatted(mark.colour()));
    }
    legend(frames);
  }

  /** The next round number above all values. */
  private static double top(List<Frame> frames) {
    double most = 1e-9;
    for (Frame frame : frames) {
      for (List<Object> row : frame.rows()) {
        most = row.get(1) instanceof Number value ? Math.max(most, value.doubleValue()) : most;
      }
    }
    double unit = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : new double[] {1, 2, 2.5, 4, 5, 8}) {
      if (most <= unit * step) {
        return unit * step;
      }
    }
    return unit * 10;
  }

  private void numbers(String field, double top) {
    for (int i = 0; i <= 4; i++) {
      double y = y(top * i / 4, top);
      svg.line(axis.area().x(), y, axis.area().right(), y, "stroke=\"#E4E5E6\"");
      svg.text(
          axis.area().x() - 5, y + 4, SIZE, "end", Picture.GREY, look.words(field, top * i / 4));
    }
  }

  private double y(double value, double top) {
    return axis.area().bottom() - axis.area().height() * Math.min(1, value / top);
  }

  private void band(Frame upper, List<Frame> frames, double top) {
    String below = look.setting(upper.name(), "custom.fillBelowTo").asText();
    Optional<Frame> lower = frames.stream().filter(frame -> frame.name().equals(below)).findFirst();
    if (lower.isEmpty()) {
      return;
    }
    List<String> forth = new ArrayList<>();
    List<String> back = new ArrayList<>();
    for (int i = 0; i < upper.rows().size(); i++) {
      Object high = upper.rows().get(i).get(1);
      Object low = lower.get().rows().get(i).get(1);
      if (high instanceof Number highest && low instanceof Number lowest) {
        String x = Svg.number(axis.x(upper.rows().get(i).get(0)));
        forth.add(x + " " + Svg.number(y(highest.doubleValue(), top)));
        back.add(0, x + " " + Svg.number(y(lowest.doubleValue(), top)));
      }
    }
    if (!forth.isEmpty()) {
      svg.path(
          "M" + String.join("L", forth) + "L" + String.join("L", back) + "z",
          "fill=\"%s\" fill-opacity=\"0.28\"".formatted(colour(upper.name(), 0)));
    }
  }

  private void curve(Frame frame, String colour, double top) {
    JsonNode width = look.setting(frame.name(), "custom.lineWidth");
    if (width.asInt() == 0) {
      return;
    }
    boolean steps =
        look.setting(frame.name(), "custom.lineInterpolation").asText().equals("stepAfter");
    JsonNode gap = look.setting(frame.name(), "custom.spanNulls");
    double longest = gap.isBoolean() ? Double.MAX_VALUE : gap.asDouble();
    StringBuilder path = new StringBuilder();
    double before = Double.NaN;
    String last = "";
    for (List<Object> row : frame.rows()) {
      if (row.get(1) instanceof Number value) {
        double time = ((Number) row.get(0)).doubleValue();
        String x = Svg.number(axis.x(time));
        String y = Svg.number(y(value.doubleValue(), top));
        if (Double.isNaN(before) || time - before > longest) {
          path.append('M').append(x).append(' ').append(y).append("h.1");
        } else if (!steps) {
          path.append('L').append(x).append(' ').append(y);
        } else if (!y.equals(last)) {
          path.append('H').append(x).append('V').append(y);
        }
        before = time;
        last = y;
      }
    }
    if (steps && !path.isEmpty()) {
      path.append('H').append(Svg.number(axis.x(before)));
    }
    svg.path(path.toString(), stroke(frame.name(), colour, width.asInt()));
  }

  private String stroke(String name, String colour, int width) {
    JsonNode style = look.setting(name, "custom.lineStyle");
    String dashes = "";
    if (style.has("dash")) {
      dashes = style.path("fill").asText().equals("dot") ? "1 4" : "7 5";
      dashes = " stroke-dasharray=\"%s\"".formatted(dashes);
    }
    return "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\"%s"
        .formatted(colour, width == 1 ? "1.3" : Integer.toString(width), dashes);
  }

  private String colour(String name, int index) {
    JsonNode fixed = look.setting(name, "color").path("fixedColor");
    return fixed.asText(COLOURS.get(index % COLOURS.size()));
  }

  private void legend(List<Frame> frames) {
    int most = Math.min(frames.size(), 5);
    double each = whole.width() / most;
    double x = whole.x();
    double y = whole.bottom() - 3;
    for (int i = 0; i < most; i++) {
      String name = frames.get(i).name();
      if (look.setting(name, "custom.lineWidth").asInt() == 0) {
        svg.box(x, y - 7, 12, 8, colour(name, i) + "47", "");
      } else {
        svg.line(x, y - 3, x + 12, y - 3, stroke(name, colour(name, i), 2));
      }
      String words = Svg.cut(name, Math.max(each - 16, 62), SIZE);
      svg.text(x + 15, y, SIZE, "start", Picture.INK, words);
      x += 15 + Svg.width(words, SIZE) + 3;
    }
  }

  /** An alert in the curves. */
  record Mark(long time, String colour) {}
}
