package io.banwatch.dashboards;

/** Where something is drawn, in pixels. */
record Area(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  Area inside(double left, double top, double right, double bottom) {
    return new Area(x + left, y + top, width - left - right, height - top - bottom);
  }
}
