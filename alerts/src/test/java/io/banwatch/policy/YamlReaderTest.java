package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class YamlReaderTest {
  @Example
  void scalarsMeanWhatYaml12Says() {
    JsonNode root =
        read(
            """
            nothing: [~, null, ]
            truth: [true, False]
            whole: [0, -12, +3, 2.0, 1e3, 999999999999999]
            fractions: [.5, -2.25, 1.5e-3]
            texts: [no, yes, on, 010, 1_000, 0x1F, 1:30, .inf, .nan, 1e999, 2026-11-03, "5", 'true']
            """);

    assertThat(root.get("nothing").toString()).isEqualTo("[null,null]");
    assertThat(root.get("truth").toString()).isEqualTo("[true,false]");
    assertThat(root.get("whole").toString()).isEqualTo("[0,-12,3,2,1000,999999999999999]");
    assertThat(root.get("fractions").toString()).isEqualTo("[0.5,-2.25,0.0015]");
    assertThat(root.get("texts")).hasSize(13).allMatch(JsonNode::isTextual);
  }

  @Example
  void whatIsNotYamlSaysWhere() {
    refuses("", "policy:1:1: found an empty file, expected `schemaVersion: 1` at least");
    refuses("# x\n", "policy:1:1: found an empty file, expected `schemaVersion: 1` at least");
    refuses(
        "a:\n\t- b",
        "policy:2:1: found a tab, expected spaces: YAML allows no tabs before a value");
    refuses(
        "a: 1\nb: [",
        "policy:2:5: found what is not YAML (expected the node content, but found '<stream end>'),"
            + " expected one valid YAML document");
    refuses(
        "a: 1\n---\nb: 1",
        "policy:2:1: found what is not YAML (but found another document), expected one valid YAML"
            + " document");
    refuses(
        "a: 1\nb: \u0001", "policy:2:4: found the control character U+0001, expected plain text");
    refuses("? [a]\n: 1\n", "policy:1:3: found a list or a mapping, expected a field's name");
  }

  @Example
  void aFieldStandsOnlyOnce() {
    refuses(
        "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n",
        "policy:5:3: b.c: found it a second time, after line 3, expected each field once");
  }

  @Example
  void tagsAreRefused() {
    refuses("a: !secret x", "policy:1:1: a: found the tag !secret, expected a value without a tag");
    refuses(
        "a: !!javax.script.ScriptEngineManager [x]",
        "policy:1:4: found what is not YAML (Global tag is not allowed:"
            + " tag:yaml.org,2002:javax.script.ScriptEngineManager), expected one valid YAML"
            + " document");
  }

  @Example
  void aSmallFileCannotBecomeALargeTree() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(5)));
    }

    refuses(
        bomb.toString(),
        "policy:1:1: found more than 100000 values once aliases are expanded, expected one valid"
            + " YAML document");
    refuses(
        "a: &a [*a]",
        "policy:1:1: found values nested more than 40 deep, expected one valid YAML document");
    refuses(
        "[".repeat(10_000),
        "policy:1:1: found Nesting Depth exceeded max 50, expected one valid YAML document");
  }

  @Property
  void noTextEndsInAnythingButAProblem(
      @ForAll
          @StringLength(max = 60)
          @Chars({'\n', '\t', ' ', ':', '-', '[', '{', '}', ']', '&', '*', '!', '"', '\''})
          @CharRange(from = 'a', to = 'd')
          @CharRange(from = '0', to = '2')
          String text) {
    YamlDocument document = YamlReader.read("policy", text);
    PolicyException e = PolicyProblemsTest.refused(document::throwProblems);

    assertThat(e == null).isEqualTo(document.root() != null && document.isSound());
  }

  @Property
  void anyPolicyThatIsRefusedIsRefusedInWords(@ForAll @StringLength(max = 100) String text) {
    PolicyException e = PolicyProblemsTest.refused(() -> PolicyReader.fromText(text));

    assertThat(e.problems()).isNotEmpty();
  }

  private static JsonNode read(String yaml) {
    YamlDocument document = YamlReader.read("policy", yaml);
    document.throwProblems();
    return document.root();
  }

  private static void refuses(String yaml, String problem) {
    assertThat(PolicyProblemsTest.refused(() -> read(yaml))).hasMessage(problem);
  }
}
