package io.banwatch.metric;

import java.util.ArrayList;
import java.util.List;

/** Puts a point together. Fields are given in the measurement's order. */
public final class PointBuilder {
  private final Measurement measurement;
  private final long timeMillis;
  private final List<Tag> tags;
  private final List<Field> fields = new ArrayList<>();

  /**
   * @param timeMillis epoch milliseconds
   * @param tags the point's tags; not copied
   */
  public PointBuilder(Measurement measurement, long timeMillis, List<Tag> tags) {
    this.measurement = measurement;
    this.timeMillis = timeMillis;
    this.tags = tags;
  }

  /** Adds a whole number. */
  public PointBuilder with(String name, long integer) {
    fields.add(Field.of(name, integer));
    return this;
  }

  /** Adds a whole number unless it is 0. */
  public PointBuilder unlessZero(String name, long integer) {
    return integer == 0 ? this : with(name, integer);
  }

  /** Adds a number with a fraction, unless it is not finite. */
  public PointBuilder with(String name, double number) {
    if (Double.isFinite(number)) {
      fields.add(Field.of(name, number));
    }
    return this;
  }

  /** Adds a text as {@link TagText#plain} shows it; nothing for null or an empty one. */
  public PointBuilder with(String name, String text) {
    if (text != null && !text.isEmpty()) {
      fields.add(Field.of(name, TagText.plain(text)));
    }
    return this;
  }

  /** The point. */
  public Point build() {
    return new Point(measurement, timeMillis, tags, fields);
  }
}
