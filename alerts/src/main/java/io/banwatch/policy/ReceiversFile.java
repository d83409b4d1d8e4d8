package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The file of its own that a policy may name for its receivers, and all that goes with them. */
final class ReceiversFile {
  private static final String FIELD = "receiversFrom";
  private static final JsonPointer POINTER = JsonPointer.compile("/" + FIELD);
  private static final List<String> ALLOWED =
      List.of("schemaVersion", "receivers", "silences", "links", "alertmanager");

  private ReceiversFile() {}

  static boolean isNamed(YamlDocument policy) {
    return !policy.root().path(FIELD).asText().isEmpty();
  }

  /**
   * Where it is: beside the policy, unless its path is a whole one.
   *
   * @throws PolicyException when that is no path
   */
  static Path path(YamlDocument policy, Path file) {
    String name = policy.root().path(FIELD).asText();
    try {
      return file.resolveSibling(name);
    } catch (InvalidPathException e) {
      policy.problem(POINTER, SchemaWords.found(policy.root().at(POINTER)), "a file's path", null);
      policy.throwProblems();
      throw new IllegalStateException("a problem was noted", e);
    }
  }

  /**
   * Checks that it holds nothing else, and nothing that the policy holds itself.
   *
   * @throws PolicyException with everything that is wrong
   */
  static void check(YamlDocument policy, YamlDocument receivers) {
    for (Iterator<String> names = receivers.root().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonPointer pointer = JsonPointer.empty().appendProperty(name);
      if (!ALLOWED.contains(name)) {
        String expected = "one of " + SchemaWords.list(ALLOWED);
        receivers.problem(pointer, "a field of the policy itself", expected, null);
      } else if (!name.equals("schemaVersion") && policy.root().has(name)) {
        policy.problem(
            pointer, "it in the file of `" + FIELD + "` as well", "one of the two", null);
      }
    }
    receivers.throwProblems();
    policy.throwProblems();
  }
}
