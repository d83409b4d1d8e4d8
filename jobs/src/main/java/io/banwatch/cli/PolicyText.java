package io.banwatch.cli;

import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyException;
import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A policy that was found valid.
 *
 * @param yaml as it was read
 * @param policy what it says
 */
record PolicyText(String yaml, Policy policy) {
  private static final String BUILT_IN = "/io/banwatch/policy.yaml";

  /**
   * Reads and checks a policy.
   *
   * @param file null for the built-in policy
   * @throws CommandException with every problem, each with its line, when it is not valid
   */
  static PolicyText read(Path file) {
    if (file == null) {
      return builtIn();
    }
    try {
      Policy policy = PolicyReader.read(file);
      return new PolicyText(Files.readString(file), policy);
    } catch (PolicyException e) {
      throw CommandException.wrongUsage(e.problems().stream().map(Problem::toString).toList());
    } catch (IOException e) {
      throw CommandException.wrongUsage("policy " + file + " cannot be read");
    }
  }

  private static PolicyText builtIn() {
    try (InputStream stream = PolicyReader.class.getResourceAsStream(BUILT_IN)) {
      return new PolicyText(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8), PolicyReader.builtIn());
    } catch (IOException e) {
      throw new UncheckedIOException(BUILT_IN, e);
    }
  }
}
