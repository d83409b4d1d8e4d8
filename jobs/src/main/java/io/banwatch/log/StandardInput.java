package io.banwatch.log;

import java.io.InputStream;
import java.io.Serializable;

/** Where the bytes of {@code -} come from. They come once: they cannot be read again. */
@FunctionalInterface
public interface StandardInput extends Serializable {
  /** The stream, at its beginning. */
  InputStream open();

  /** The standard input of this process. */
  static StandardInput ofProcess() {
    return () -> System.in;
  }
}
