package io.banwatch.cli;

import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyException;
import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Problem;
import java.nio.file.Path;

/** The policy that a command was given. */
final class PolicyOption {
  private PolicyOption() {}

  /**
   * Reads and checks a policy.
   *
   * @param file null for the built-in policy
   * @throws CommandException with every problem, each with its line, when it is not valid
   */
  static Policy read(Path file) {
    if (file == null) {
      return PolicyReader.builtIn();
    }
    try {
      return PolicyReader.read(file);
    } catch (PolicyException e) {
      throw CommandException.wrongUsage(e.problems().stream().map(Problem::toString).toList());
    }
  }
}
