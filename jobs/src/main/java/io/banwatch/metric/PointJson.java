package io.banwatch.metric;

import java.io.IOException;

/**
 * The line of the metric log, written and read. Texts are escaped as in the alert log. Whole
 * numbers stand without a fraction, other numbers always with a fraction or an exponent.
 */
public final class PointJson {
  /** The form's version, in every line. */
  public static final int SCHEMA_VERSION = 1;

  private PointJson() {}

  /** The point as one JSON object in UTF-8, without a line end. */
  public static byte[] write(Point point) {
    PointWriter writer = new PointWriter();
    writer
        .begin(point.measurement(), point.timeMillis(), Members.ofTags(point.tags()))
        .with(Members.ofFields(point.fields()))
        .end();
    return writer.take();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param line one JSON object in UTF-8
   * @throws IOException when it is no point; the message names the field
   */
  public static Point read(byte[] line) throws IOException {
    return PointLine.read(line);
  }
}
