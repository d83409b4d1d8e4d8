package io.banwatch.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads, checks and completes policies. A policy may be partial: it is merged over the built-in
 * default, mappings field by field, lists and scalars replaced whole. Nothing half-right comes out:
 * either a policy, or a {@link PolicyException} with everything that is wrong.
 */
public final class PolicyReader {
  private static final String RESOURCE = "/io/banwatch/policy.yaml";
  private static final ObjectNode DEFAULTS = defaults();
  private static final Policy BUILT_IN = new EffectivePolicy(DEFAULTS);

  /** Loaded when the first policy is checked: it costs a third of a second. */
  private static final class Lazy {
    static final PolicySchema SCHEMA = PolicySchema.load();
  }

  private PolicyReader() {}

  /** The policy that holds when nobody wrote one. */
  public static Policy builtIn() {
    return BUILT_IN;
  }

  /**
   * Reads a policy file, and the file of receivers that it names, merged over the built-in default.
   *
   * @throws PolicyException when the file cannot be read or is no valid policy
   */
  public static Policy read(Path file) {
    return effective(file.toString(), PolicyFile.read(file), file);
  }

  /**
   * Reads a policy from YAML text, merged over the built-in default.
   *
   * @throws PolicyException when it is no valid policy; its problems name the source {@code policy}
   */
  public static Policy fromText(String yaml) {
    return effective("policy", yaml, Path.of("policy"));
  }

  private static Policy effective(String source, String yaml, Path file) {
    YamlDocument policy = checked(source, yaml);
    ObjectNode tree = DEFAULTS;
    if (ReceiversFile.isNamed(policy)) {
      Path named = ReceiversFile.path(policy, file);
      YamlDocument receivers = checked(named.toString(), PolicyFile.read(named));
      ReceiversFile.check(policy, receivers);
      tree = PolicyTree.merged(tree, receivers.root());
    }
    return new EffectivePolicy(PolicyTree.merged(tree, policy.root()));
  }

  private static YamlDocument checked(String source, String yaml) {
    YamlDocument document = YamlReader.read(source, yaml);
    if (document.root() != null) {
      Lazy.SCHEMA.check(document);
      PolicyChecks.check(document);
    }
    document.throwProblems();
    PolicyTree.normalize((ObjectNode) document.root());
    return document;
  }

  /** The built-in policy's tree; the build's tests check it, so a start need not. */
  private static ObjectNode defaults() {
    try (InputStream stream = PolicyReader.class.getResourceAsStream(RESOURCE)) {
      String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return (ObjectNode) YamlReader.read(RESOURCE, yaml).root();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
