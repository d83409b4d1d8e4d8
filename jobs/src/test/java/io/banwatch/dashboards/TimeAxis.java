package io.banwatch.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where moments stand in an area, and their hours below it. */
record TimeAxis(Area area, Instant from, Instant to) {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int LABEL = 62;
  private static final long[] STEPS = {1, 2, 3, 4, 6, 12, 24, 48};

  double x(Object millis) {
    double share =
        (((Number) millis).doubleValue() - from.toEpochMilli())
            / Duration.between(from, to).toMillis();
    return area.x() + Math.max(0, Math.min(1, share)) * area.width();
  }

  void draw(Svg svg) {
    Duration whole = Duration.between(from, to);
    long most = Math.max(1, (long) (area.width() / LABEL));
    Duration step = Duration.ofHours(STEPS[STEPS.length - 1]);
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (whole.toHours() / STEPS[i] <= most) {
        step = Duration.ofHours(STEPS[i]);
      }
    }
    long millis = step.toMillis();
    long first = (from.toEpochMilli() + millis - 1) / millis * millis;
    for (long time = first; time <= to.toEpochMilli(); time += millis) {
      double x = x(time);
      svg.line(x, area.y(), x, area.bottom(), "stroke=\"#E4E5E6\"");
      if (x + LABEL / 2.0 - 10 < area.right()) {
        svg.text(
            x,
            area.bottom() + 15,
            10,
            "middle",
            Picture.GREY,
            HOUR.format(Instant.ofEpochMilli(time)));
      }
    }
  }
}
