package io.banwatch.lines;

import java.io.Serializable;
import java.util.function.Consumer;

/** Finds, on the machine where a source runs, who tells a person what it has to say. */
@FunctionalInterface
public interface LineNotices extends Serializable {
  /** Receives a sentence at a time. */
  Consumer<String> listener();
}
