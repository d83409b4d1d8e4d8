package io.banwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.banwatch.violating.alert.KnowsUsage;
import io.banwatch.violating.cli.KeyManager;
import io.banwatch.violating.detect.ForgottenProperties;
import io.banwatch.violating.detect.ImportsFlink;
import io.banwatch.violating.detect.KnowsTheJob;
import io.banwatch.violating.detect.ReadsTheClock;
import io.banwatch.violating.detect.SpeaksTheMachinesLanguage;
import io.banwatch.violating.flow.KnowsTheCommandLine;
import io.banwatch.violating.nowhere.Stray;
import io.banwatch.violating.usage.LogsItself;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule is checked twice: it holds here, and it is broken by the class made to break it. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.banwatch");
  private static final JavaClasses TWINS =
      new ClassFileImporter().importPackages("io.banwatch.violating");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .withImportOption(location -> !location.contains("/violating/"))
          .importPackages("io.banwatch");

  private final ArchitectureRules rules = new ArchitectureRules("io.banwatch");
  private final ArchitectureRules twinRules = new ArchitectureRules("io.banwatch.violating");

  @Test
  void theDomainKnowsNoFlink() {
    rules.theDomainKnowsNoFlink().check(HOUSE);
    assertBreaks(twinRules.theDomainKnowsNoFlink(), ImportsFlink.class);
  }

  @Test
  void arrowsPointOneWay() {
    rules.arrowsPointOneWay().forEach(rule -> rule.check(HOUSE));
    List<String> breaches =
        twinRules.arrowsPointOneWay().stream()
            .flatMap(rule -> rule.evaluate(TWINS).getFailureReport().getDetails().stream())
            .toList();
    assertThat(breaches).hasSize(3);
    assertThat(breaches)
        .anyMatch(breach -> breach.contains(KnowsTheJob.class.getName()))
        .anyMatch(breach -> breach.contains(KnowsTheCommandLine.class.getName()))
        .anyMatch(breach -> breach.contains(KnowsUsage.class.getName()));
  }

  @Test
  void everyPackageHasItsArrows() {
    rules.everyPackageHasItsArrows().check(HOUSE);
    assertBreaks(twinRules.everyPackageHasItsArrows(), Stray.class);
  }

  @Test
  void nobodyInTheDomainReadsTheWallClock() {
    rules.nobodyReadsTheWallClock().check(HOUSE);
    assertBreaks(twinRules.nobodyReadsTheWallClock(), ReadsTheClock.class);
  }

  @Test
  void namesSayWhatAClassIs() {
    rules.namesSayWhatAClassIs().check(HOUSE);
    assertBreaks(twinRules.namesSayWhatAClassIs(), KeyManager.class);
  }

  @Test
  void nobodyLogsThroughJavaUtilLogging() {
    rules.nobodyLogsThroughJavaUtilLogging().check(HOUSE);
    assertBreaks(twinRules.nobodyLogsThroughJavaUtilLogging(), LogsItself.class);
  }

  @Test
  void whatIsToldIsTheSameInEveryLanguage() {
    rules.whatIsToldIsTheSameInEveryLanguage().check(HOUSE);
    assertBreaks(twinRules.whatIsToldIsTheSameInEveryLanguage(), SpeaksTheMachinesLanguage.class);
  }

  @Test
  void testsHaveTheNamesByWhichTheyAreFound() {
    rules.testsHaveTheNamesByWhichTheyAreFound().check(TESTS);
    assertBreaks(twinRules.testsHaveTheNamesByWhichTheyAreFound(), ForgottenProperties.class);
  }

  private static void assertBreaks(ArchRule rule, Class<?> twin) {
    List<String> breaches = rule.evaluate(TWINS).getFailureReport().getDetails();
    assertThat(breaches).isNotEmpty().allMatch(breach -> breach.contains(twin.getName()));
  }
}
