package io.banwatch.violating.detect;

import org.apache.flink.api.common.functions.MapFunction;

/** Breaks the rule that the domain knows no Flink. */
public final class ImportsFlink implements MapFunction<String, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public String map(String value) {
    return value;
  }
}
