package io.banwatch.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banwatch.simulate.Simulations.Written;
import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.simulate.story.Stories;
import io.banwatch.simulate.story.Story;
import io.banwatch.simulate.world.ApiKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stories do, told of {@code ben}, who lives in London and uses claude-cli. */
class StoriesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEN = "\"user_api_key_alias\":\"ben\"";
  private static final Instant THURSDAY_TEN = Simulations.FROM.plus(Duration.ofHours(82));

  @Test
  void namesAreUniqueAndEachStoryTellsOrMisses() {
    assertThat(Stories.all()).extracting(Story::name).doesNotHaveDuplicates().hasSize(23);
    for (Story story : Stories.all()) {
      assertThat(story.signals().isEmpty()).isEqualTo(!story.nearMissOf().isEmpty());
    }
  }

  @Test
  void everySignalHasAStory() {
    TreeSet<String> signals = new TreeSet<>();
    Stories.all().forEach(story -> signals.addAll(story.signals()));
    assertThat(signals)
        .containsExactly(
            "account-disabled",
            "auth-failures",
            "impossible-travel",
            "new-country",
            "new-network",
            "request-surge",
            "subscription-misuse",
            "token-burst",
            "unsupported-region");
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyStoryLeavesRecordsInsideItsTime(Story story) throws IOException {
    Written written = written(story.name());
    Label label = written.labels().get(0);
    assertThat(label.records()).isPositive();
    assertThat(label.from())
        .isBetween(
            THURSDAY_TEN.minus(Duration.ofHours(24)), THURSDAY_TEN.plus(Duration.ofHours(24)));
    assertThat(label.to()).isAfter(label.from()).isBefore(Simulation.DEFAULT_UNTIL);
  }

  static Stream<Story> all() {
    return Stories.all().stream();
  }

  @Test
  void anAgentInALoopSendsTwoRequestsASecondAtOnce() throws IOException {
    List<JsonNode> first =
        ben("request-burst", node -> between(node, THURSDAY_TEN, Duration.ofMinutes(1)));
    assertThat(first).hasSizeBetween(95, 150);
  }

  @Test
  void aRampDoublesEveryTwentyMinutes() throws IOException {
    List<JsonNode> ramp = ben("runaway-ramp", node -> node.path("prompt_tokens").intValue() == 700);
    long early = ramp.stream().filter(node -> minutes(node) >= 80 && minutes(node) < 100).count();
    long late = ramp.stream().filter(node -> minutes(node) >= 120 && minutes(node) < 140).count();
    assertThat((double) late / early).isBetween(3.3, 4.8);
  }

  @Test
  void aStolenKeyProbesADayBeforeAndThenSpendsTwelveMillionTokensInAnHour() throws IOException {
    List<JsonNode> stolen =
        ben("stolen-key", node -> node.at("/metadata/user_api_key_user_id").isNull());
    JsonNode probe = stolen.get(0);
    assertThat(probe.get("prompt_tokens").intValue()).isEqualTo(9);
    assertThat(minutes(probe)).isBetween(-24 * 60L, -24 * 60 + 1L);
    long input = 0;
    for (JsonNode node : stolen.subList(1, stolen.size())) {
      assertThat(node.path("prompt_tokens").intValue()).isBetween(180_000, 364_000);
      assertThat(node.get("user_agent").textValue()).isEqualTo("python-httpx/0.28.1");
      input += node.path("prompt_tokens").longValue();
    }
    assertThat(stolen).hasSizeBetween(40, 75);
    assertThat(input).isBetween(10_000_000L, 19_000_000L);
    assertThat(ben("stolen-key", node -> !stolen.contains(node)))
        .extracting(node -> node.get("model").textValue())
        .containsOnly("anthropic/claude-haiku-4-5-20251001", "anthropic/claude-sonnet-5");
  }

  @Test
  void aDormantKeyIsSilentBeforeItWakes() throws IOException {
    List<JsonNode> before = ben("dormant-key", node -> minutes(node) < 0);
    assertThat(before).isNotEmpty().allMatch(node -> minutes(node) < -60 * 60);
    assertThat(ben("dormant-key", node -> minutes(node) >= 0)).hasSizeBetween(800, 1_000);
  }

  @Test
  void anImpossibleTravellerIsAtHomeMinutesBefore() throws IOException {
    List<String> addresses = addresses(ben("traveller-impossible", node -> near(node, 15)));
    assertThat(addresses.get(0)).matches("(82\\.13|194\\.73)\\..*");
    assertThat(addresses).anyMatch(address -> address.startsWith("114.148."));
  }

  @Test
  void anHonestTravellerIsSilentForADayBetweenTheCities() throws IOException {
    List<JsonNode> all = ben("traveller-honest", node -> true);
    assertThat(all).noneMatch(node -> minutes(node) >= -24 * 60 && minutes(node) < 0);
    assertThat(addresses(all)).anyMatch(address -> address.startsWith("66.65."));
  }

  @Test
  void anUnsupportedRegionIsAllThatIsSeenForFourHours() throws IOException {
    List<JsonNode> there =
        ben("unsupported-region", node -> between(node, THURSDAY_TEN, Duration.ofHours(4)));
    assertThat(addresses(there)).isNotEmpty().allMatch(address -> address.startsWith("37.110."));
  }

  @Test
  void aForeignClientSendsASubscriptionToken() throws IOException {
    List<JsonNode> paid = ben("subscription-foreign-client", StoriesTest::subscription);
    assertThat(paid).hasSizeGreaterThan(50);
    assertThat(paid)
        .extracting(node -> node.get("user_agent").textValue())
        .containsOnly("opencode/1.2.3 ai-sdk/anthropic");
  }

  @Test
  void aSharedKeyCarriesFourSubscriptionsFromFourAddresses() throws IOException {
    List<JsonNode> paid = ben("subscription-shared", StoriesTest::subscription);
    assertThat(new TreeSet<>(addresses(paid))).hasSize(4);
    assertThat(paid.stream().map(node -> node.at("/metadata/user_api_key_user_id").textValue()))
        .containsOnly("colleague-1", "colleague-2", "colleague-3", "colleague-4");
  }

  @Test
  void aGenuineSubscriptionStaysWithOnePersonAndTheVendorsClient() throws IOException {
    List<JsonNode> paid = ben("subscription-genuine", StoriesTest::subscription);
    assertThat(paid).hasSizeGreaterThan(50);
    assertThat(paid)
        .extracting(node -> node.get("user_agent").textValue())
        .containsOnly("claude-cli/2.1.14 (external, cli)");
  }

  @Test
  void aDisabledAccountAnswersNothingElseAnyMore() throws IOException {
    List<JsonNode> after = new ArrayList<>();
    Set<String> keys =
        Simulations.week().world().keys().stream()
            .filter(key -> key.account().index() == 2)
            .map(ApiKey::hash)
            .collect(Collectors.toSet());
    for (String line : written("account-disabled").lines()) {
      JsonNode node = JSON.readTree(line);
      boolean same = keys.contains(node.at("/metadata/user_api_key_hash").textValue());
      if (same && minutesOfStart(node) >= 0 && !text(node).contains("Invalid model name")) {
        after.add(node);
      }
    }
    assertThat(after).hasSizeGreaterThan(100);
    assertThat(after).allMatch(node -> text(node).contains("This organization has been disabled."));
  }

  @Test
  void authenticationFailsForThreeQuartersOfAnHour() throws IOException {
    List<JsonNode> failed =
        ben("auth-failures", node -> text(node).contains("authentication_error"));
    assertThat(failed).hasSizeBetween(100, 220);
    assertThat(minutes(failed.get(failed.size() - 1))).isLessThanOrEqualTo(45);
  }

  @Test
  void aHolidayLeavesAFifthAndADeployTriples() throws IOException {
    Predicate<JsonNode> day = node -> between(node, THURSDAY_TEN, Duration.ofDays(1));
    Predicate<JsonNode> deploy = node -> between(node, THURSDAY_TEN, Duration.ofHours(2));
    long usualDay = count(Simulations.slimLines(Simulations.week()), day);
    long usualDeploy = count(Simulations.slimLines(Simulations.week()), deploy);
    assertThat((double) count(written("holiday").lines(), day) / usualDay).isBetween(0.17, 0.23);
    Written tripled =
        Simulations.written(Simulations.week("deploy-x3@5@+3d10h"), RecordFormat.slim());
    long added = count(tripled.lines(), deploy) - usualDeploy;
    assertThat(added).isEqualTo(tripled.labels().get(0).records());
    assertThat(added).isGreaterThan(100);
  }

  private static long count(List<String> lines, Predicate<JsonNode> wanted) throws IOException {
    return nodes(lines, wanted).size();
  }

  private static List<JsonNode> ben(String story, Predicate<JsonNode> wanted) throws IOException {
    return nodes(
        written(story).lines().stream().filter(line -> line.contains(BEN)).toList(), wanted);
  }

  private static List<JsonNode> nodes(List<String> lines, Predicate<JsonNode> wanted)
      throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : lines) {
      JsonNode node = JSON.readTree(line);
      if (wanted.test(node)) {
        nodes.add(node);
      }
    }
    return Collections.unmodifiableList(nodes);
  }

  private static Written written(String story) {
    return Simulations.written(Simulations.week(story + "@ben@+3d10h"), RecordFormat.slim());
  }

  private static boolean subscription(JsonNode node) {
    return node.at("/metadata/used_client_oauth_token").booleanValue();
  }

  private static List<String> addresses(List<JsonNode> nodes) {
    return nodes.stream().map(node -> node.get("requester_ip_address").textValue()).toList();
  }

  private static String text(JsonNode node) {
    return node.at("/error_information/error_message").asText();
  }

  private static boolean near(JsonNode node, int minutes) {
    return Math.abs(minutesOfStart(node)) <= minutes;
  }

  private static boolean between(JsonNode node, Instant begin, Duration lasts) {
    double start = node.get("startTime").doubleValue();
    return start >= begin.getEpochSecond() && start < begin.plus(lasts).getEpochSecond();
  }

  /** Whole minutes from Thursday 10:00 to the start. */
  private static long minutes(JsonNode node) {
    return (long) Math.floor(minutesOfStart(node));
  }

  private static double minutesOfStart(JsonNode node) {
    return (node.get("startTime").doubleValue() - THURSDAY_TEN.getEpochSecond()) / 60;
  }
}
