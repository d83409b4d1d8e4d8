package io.banwatch.store;

/** Which line of InfluxDB a server is of. */
enum ServerLine {
  /** 1.x, or whatever else. */
  FIRST,
  /** 2.x. */
  SECOND,
  /** 2.x, without an organisation and a token so far. */
  SECOND_NOT_SET_UP
}
