package io.banwatch.metric;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.banwatch.alert.IsoTime;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes points as lines of the metric log, straight into bytes: the job makes more points than it
 * reads requests, and objects for their fields and a generator for each line took most of its time.
 * Names and heads stand written already, and so does the time, which most neighbours share. Fields
 * are given in the measurement's order. One for each thread.
 */
public final class PointWriter {
  private static final int USUAL_LINES = 4_096;

  /** The longest whole number with its sign has 20 digits; a fraction and braces come behind it. */
  private static final int LONGEST_NUMBER = 32;

  private static final Map<Measurement, byte[]> HEADS = heads();
  private static final Map<String, byte[]> NAMES = names();
  private static final byte[] TAGS = bytes("\",\"tags\":{");
  private static final byte[] FIELDS = bytes("},\"fields\":{");
  private static final byte[] END = bytes("}}");
  private static final byte[] FRACTION = bytes(".0");

  private byte[] lines = new byte[USUAL_LINES];
  private int length;

  /** Where the members of the object that is being written begin. */
  private int membersFrom;

  private long timeMillis = Long.MIN_VALUE;
  private byte[] time = {};

  /**
   * Begins the next point.
   *
   * @param at its time, epoch milliseconds
   * @param tags what tells its series from the others, in the measurement's order
   */
  public PointWriter begin(Measurement measurement, long at, Members... tags) {
    if (length > 0) {
      room(1);
      lines[length++] = '\n';
    }
    put(HEADS.get(measurement));
    put(timeOf(at));
    put(TAGS);
    membersFrom = length;
    for (Members some : tags) {
      with(some);
    }
    put(FIELDS);
    membersFrom = length;
    return this;
  }

  /** Adds fields that were written before. */
  public PointWriter with(Members members) {
    byte[] json = members.json();
    if (json.length > 0) {
      separate();
      put(json);
    }
    return this;
  }

  /** Adds a whole number. */
  public PointWriter with(String name, long integer) {
    name(name);
    room(LONGEST_NUMBER);
    length = NumberOutput.outputLong(integer, lines, length);
    return this;
  }

  /** Adds a whole number unless it is 0. */
  public PointWriter unlessZero(String name, long integer) {
    return integer == 0 ? this : with(name, integer);
  }

  /** Adds a number with a fraction, unless it is not finite. */
  public PointWriter with(String name, double number) {
    if (!Double.isFinite(number)) {
      return this;
    }
    name(name);
    if (Members.isWhole(number)) {
      room(LONGEST_NUMBER);
      length = NumberOutput.outputLong((long) number, lines, length);
      put(FRACTION);
    } else {
      put(bytes(Members.number(number)));
    }
    return this;
  }

  /** Ends the point that was begun. */
  public void end() {
    put(END);
  }

  /** Whether there is nothing to take. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** All points since the last time, each a line in UTF-8; the last without its line end. */
  public byte[] take() {
    byte[] taken = Arrays.copyOf(lines, length);
    length = 0;
    return taken;
  }

  private byte[] timeOf(long at) {
    if (at != timeMillis) {
      timeMillis = at;
      time = bytes(IsoTime.format(at));
    }
    return time;
  }

  private void name(String name) {
    separate();
    put(NAMES.get(name));
  }

  private void separate() {
    if (length > membersFrom) {
      room(1);
      lines[length++] = ',';
    }
  }

  private void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, lines, length, more.length);
    length += more.length;
  }

  private void room(int more) {
    if (length + more > lines.length) {
      lines = Arrays.copyOf(lines, 2 * (length + more));
    }
  }

  private static Map<Measurement, byte[]> heads() {
    Map<Measurement, byte[]> heads = new EnumMap<>(Measurement.class);
    for (Measurement measurement : Measurement.values()) {
      String head =
          "{\"schemaVersion\":%d,\"measurement\":\"%s\",\"time\":\""
              .formatted(PointJson.SCHEMA_VERSION, measurement.word());
      heads.put(measurement, bytes(head));
    }
    return heads;
  }

  private static Map<String, byte[]> names() {
    Map<String, byte[]> names = new HashMap<>();
    for (Measurement measurement : Measurement.values()) {
      for (String name : measurement.fields().keySet()) {
        names.put(name, bytes("\"" + name + "\":"));
      }
    }
    return names;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
