package io.banwatch.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy cannot be used. Names everything that is wrong with it, not only the first thing. */
public final class PolicyException extends RuntimeException {
  private final transient List<Problem> problems;

  PolicyException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the file's order; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
