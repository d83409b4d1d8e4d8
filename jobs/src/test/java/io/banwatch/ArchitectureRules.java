package io.banwatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house, for the packages under a root. */
final class ArchitectureRules {
  private static final List<String> ALERTS = List.of("alert", "policy", "vendor", "text");

  /** A package, and those it may know besides itself. */
  private static final List<Arrows> ARROWS =
      List.of(
          new Arrows("alert", ALERTS),
          new Arrows("policy", ALERTS),
          new Arrows("vendor", ALERTS),
          new Arrows("text", List.of()),
          new Arrows("webhook", List.of("alert", "policy", "text")),
          new Arrows("usage", ALERTS),
          new Arrows("place", ALERTS),
          new Arrows("gateway", with(ALERTS, "usage")),
          new Arrows("metric", with(ALERTS, "usage")),
          new Arrows("measure", with(ALERTS, "usage", "place", "metric")),
          new Arrows("detect", with(ALERTS, "usage", "place", "metric", "measure")),
          new Arrows("log", with(ALERTS, "usage", "gateway")),
          new Arrows("inspect", with(ALERTS, "usage", "detect")),
          new Arrows("receive", with(ALERTS, "usage", "gateway", "log")),
          new Arrows("simulate", with(ALERTS, "usage", "place")),
          new Arrows("lines", List.of()),
          new Arrows(
              "flow",
              with(
                  ALERTS, "usage", "gateway", "place", "metric", "measure", "detect", "log",
                  "lines")),
          new Arrows("tell", with(ALERTS, "webhook", "lines")),
          new Arrows("store", with(ALERTS, "metric", "lines")),
          new Arrows("service", with(ALERTS, "log", "flow", "tell", "store")),
          new Arrows(
              "benchmark", with(ALERTS, "usage", "gateway", "log", "receive", "simulate", "flow")),
          new Arrows(
              "cli",
              with(
                  ALERTS,
                  "usage",
                  "gateway",
                  "place",
                  "metric",
                  "detect",
                  "log",
                  "inspect",
                  "receive",
                  "simulate",
                  "flow",
                  "service",
                  "store",
                  "tell",
                  "webhook",
                  "benchmark")));

  private static final List<String> DOMAIN =
      with(
          ALERTS,
          "webhook",
          "usage",
          "gateway",
          "place",
          "metric",
          "measure",
          "detect",
          "inspect",
          "simulate",
          "receive");
  private static final List<String> WITHOUT_CLOCK =
      with(
          ALERTS, "webhook", "usage", "gateway", "place", "metric", "measure", "detect", "inspect");
  private static final List<String> TOLD = List.of("alert", "webhook", "detect");
  private static final Set<String> FORMATTING =
      Set.of("format", "formatted", "toLowerCase", "toUpperCase");
  private static final Set<String> TESTS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.TestFactory",
          "org.junit.jupiter.params.ParameterizedTest",
          "net.jqwik.api.Property",
          "net.jqwik.api.Example");
  private static final Set<String> CLOCK_READINGS =
      Set.of("now", "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis");

  private final String root;

  /**
   * @param root {@code io.banwatch}, or the package of a guard's twin
   */
  ArchitectureRules(String root) {
    this.root = root;
  }

  ArchRule theDomainKnowsNoFlink() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(DOMAIN))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.flink..")
        .because("what is alarming is plain Java: it is tested and read without a cluster");
  }

  List<ArchRule> arrowsPointOneWay() {
    return ARROWS.stream().map(this::pointsOneWay).toList();
  }

  private ArchRule pointsOneWay(Arrows arrows) {
    String[] known = packages(with(arrows.to(), arrows.from()));
    return classes()
        .that()
        .resideInAPackage(packageOf(arrows.from()))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(known).or(not(resideInAPackage(root + ".."))).as("%s", arrows))
        .allowEmptyShould(true);
  }

  ArchRule everyPackageHasItsArrows() {
    return classes()
        .that()
        .doNotHaveSimpleName("package-info")
        .should()
        .resideInAnyPackage(packages(ARROWS.stream().map(Arrows::from).toList()))
        .because("a new package gets its line among the arrows");
  }

  ArchRule nobodyReadsTheWallClock() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(WITHOUT_CLOCK))
        .should()
        .accessTargetWhere(readsTheWallClock())
        .because("a replay gives what production gives: time comes with the event");
  }

  ArchRule namesSayWhatAClassIs() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl");
  }

  ArchRule nobodyLogsThroughJavaUtilLogging() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
  }

  ArchRule whatIsToldIsTheSameInEveryLanguage() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(TOLD))
        .should()
        .accessTargetWhere(goesByTheMachinesLanguage())
        .because(
            "one log gives the same lines on every machine: numbers are written by Locale.ROOT");
  }

  ArchRule testsHaveTheNamesByWhichTheyAreFound() {
    return classes()
        .that(resideInAPackage(root + "..").and(holdTests()))
        .should()
        .haveNameMatching(".*Tests?(\\$.*)?")
        .because("the build runs no class of another name");
  }

  private static DescribedPredicate<JavaAccess<?>> goesByTheMachinesLanguage() {
    return DescribedPredicate.describe(
        "goes by the machine's language",
        access -> {
          List<String> parameters =
              access.getTarget() instanceof AccessTarget.CodeUnitCallTarget target
                  ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                  : List.of();
          boolean withoutLocale = !parameters.contains(Locale.class.getName());
          return access.getTargetOwner().getName().equals(String.class.getName())
              && FORMATTING.contains(access.getName())
              && withoutLocale;
        });
  }

  private static DescribedPredicate<JavaClass> holdTests() {
    return DescribedPredicate.describe(
        "hold tests",
        type ->
            type.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .anyMatch(annotation -> TESTS.contains(annotation.getRawType().getName())));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
    return DescribedPredicate.describe(
        "reads the wall clock",
        access -> {
          String owner = access.getTargetOwner().getName();
          String name = access.getName();
          return (owner.startsWith("java.time.") && CLOCK_READINGS.contains(name))
              || (owner.equals(System.class.getName())
                  && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
              || (owner.equals(Date.class.getName()) && name.equals("<init>"));
        });
  }

  private String[] packages(List<String> names) {
    return names.stream().map(this::packageOf).toArray(String[]::new);
  }

  private String packageOf(String name) {
    return root + "." + name + "..";
  }

  private static List<String> with(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  private record Arrows(String from, List<String> to) {
    @Override
    public String toString() {
      return from + " knows only " + to;
    }
  }
}
