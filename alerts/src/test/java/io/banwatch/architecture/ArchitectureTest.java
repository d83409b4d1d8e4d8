package io.banwatch.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the house, in this module; each rule has a twin that must fail. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.banwatch");
  private static final JavaClasses TWINS =
      new ClassFileImporter()
          .importPackages(
              "io.banwatch.alert.twin",
              "io.banwatch.policy.twin",
              "io.banwatch.text.twin",
              "io.banwatch.vendor.twin",
              "io.banwatch.webhook.twin");

  /** A rule, and what its twin breaks. */
  private record Guard(String says, ArchRule rule, List<String> broken) {
    @Override
    public String toString() {
      return says;
    }
  }

  static Stream<Guard> guards() {
    return Stream.of(
        new Guard(
            "nothing here knows Flink",
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.flink.."),
            List.of("PretendedFlink")),
        new Guard(
            "alert knows nobody",
            knows("io.banwatch.alert..", "io.banwatch.policy..", "io.banwatch.vendor.."),
            List.of("Growth", "Answer")),
        new Guard(
            "nobody here knows webhook",
            knows("io.banwatch.(alert|policy|text|vendor)..", "io.banwatch.webhook.."),
            List.of("Notice")),
        new Guard(
            "webhook knows alert, policy and text alone",
            knows("io.banwatch.webhook..", "io.banwatch.vendor.."),
            List.of("Answer")),
        new Guard(
            "text knows nobody",
            knows(
                "io.banwatch.text..",
                "io.banwatch.alert..",
                "io.banwatch.policy..",
                "io.banwatch.vendor.."),
            List.of("Severity")),
        new Guard(
            "vendor knows text alone",
            knows("io.banwatch.vendor..", "io.banwatch.policy..", "io.banwatch.alert.."),
            List.of("Severity")),
        new Guard(
            "policy knows alert and text alone",
            knows("io.banwatch.policy..", "io.banwatch.vendor.."),
            List.of("Answer")),
        new Guard(
            "nobody looks at the clock",
            noClasses()
                .should()
                .callMethodWhere(
                    target(owner(resideInAPackage("java.time"))).and(target(nameMatching("now"))))
                .orShould()
                .callMethodWhere(
                    target(owner(resideInAPackage("java.time")))
                        .and(target(nameMatching("system.*|tick.*"))))
                .orShould()
                .callMethodWhere(
                    target(owner(resideInAnyPackage("java.lang")))
                        .and(target(nameMatching("currentTimeMillis|nanoTime")))),
            List.of(
                "Instant.now",
                "LocalDateTime.now",
                "Clock.systemUTC",
                "System.currentTimeMillis",
                "System.nanoTime")));
  }

  @ParameterizedTest
  @MethodSource("guards")
  void theHouseKeepsTheRule(Guard guard) {
    guard.rule().check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("guards")
  void theTwinBreaksIt(Guard guard) {
    String report = String.join("\n", guard.rule().evaluate(TWINS).getFailureReport().getDetails());

    assertThat(report).contains(guard.broken());
  }

  @Test
  void theRulesSeeTheWholeModule() {
    assertThat(HOUSE.contain("io.banwatch.alert.Episodes")).isTrue();
    assertThat(HOUSE.contain("io.banwatch.policy.PolicyReader")).isTrue();
    assertThat(HOUSE.contain("io.banwatch.vendor.AnswerClass")).isTrue();
    assertThat(HOUSE.contain("io.banwatch.webhook.Notifier")).isTrue();
  }

  private static ArchRule knows(String who, String... whom) {
    return noClasses()
        .that()
        .resideInAPackage(who)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(whom);
  }
}
