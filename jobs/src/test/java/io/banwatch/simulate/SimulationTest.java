package io.banwatch.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.simulate.story.Reach;
import io.banwatch.simulate.story.Stories;
import io.banwatch.simulate.story.Story;
import io.banwatch.simulate.world.ApiKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HASH = "\"user_api_key_hash\":\"";
  private static final List<String> QUIET = Simulations.slimLines(Simulations.week());

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertThat(Simulations.fullLines(Simulations.week("request-burst@2@+3d")))
        .isEqualTo(Simulations.fullLines(Simulations.week("request-burst@2@+3d")));
  }

  @Test
  void anotherSeedGivesOtherRecords() {
    assertThat(Simulations.slimLines(Simulations.week(5)))
        .isNotEqualTo(Simulations.slimLines(Simulations.week(6)));
  }

  @Test
  void recordsStandInTheOrderOfTheirEndAndInsideTheLog() throws IOException {
    double last = Simulations.FROM.getEpochSecond();
    for (String line : Simulations.slimLines(Simulations.week("deploy-x3@0@+2d10h"))) {
      JsonNode node = JSON.readTree(line);
      double start = node.get("startTime").doubleValue();
      double end = node.get("endTime").doubleValue();
      assertThat(end).isGreaterThanOrEqualTo(last).isGreaterThan(start);
      assertThat(start).isGreaterThanOrEqualTo((double) Simulations.FROM.getEpochSecond());
      last = end;
    }
    assertThat(last).isLessThan((double) Simulation.DEFAULT_UNTIL.getEpochSecond());
  }

  @Test
  void everyRequestHasAnIdOfItsOwn() throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : QUIET) {
      ids.add(JSON.readTree(line).get("id").textValue());
    }
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(1_000);
  }

  @Test
  void fullAndSlimRecordsTellOfTheSameRequests() throws IOException {
    List<String> full = Simulations.fullLines(Simulations.week());
    List<String> slim = QUIET;
    assertThat(full).hasSameSizeAs(slim);
    for (int i = 0; i < full.size(); i += 97) {
      JsonNode whole = JSON.readTree(full.get(i));
      JsonNode part = JSON.readTree(slim.get(i));
      for (String name : List.of("id", "endTime", "prompt_tokens", "completion_tokens", "model")) {
        boolean used = whole.get("status").textValue().equals("success");
        assertThat(part.get(name))
            .isEqualTo(used || !name.contains("tokens") ? whole.get(name) : null);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("storiesOfAKey")
  void aStoryOfAKeyLeavesTheRecordsOfAllOthersAsTheyWere(Story story) {
    Map<String, List<String>> quiet = byKey(QUIET);
    Simulation told = Simulations.week(story.name() + "@2@+3d10h");
    Map<String, List<String>> changed = byKey(Simulations.slimLines(told));
    String touched = told.world().keys().get(2).hash();
    assertThat(changed.get(touched)).isNotEqualTo(quiet.get(touched));
    quiet.remove(touched);
    changed.remove(touched);
    assertThat(changed).isEqualTo(quiet);
  }

  static Stream<Story> storiesOfAKey() {
    return Stories.all().stream().filter(story -> story.reach() == Reach.KEY);
  }

  @Test
  void aStoryOfAnAccountLeavesOtherAccountsAsTheyWere() {
    Map<String, List<String>> quiet = byKey(QUIET);
    Simulation told = Simulations.week("account-disabled@0@+3d10h", "deploy-x3@0@+1d10h");
    Map<String, List<String>> changed = byKey(Simulations.slimLines(told));
    for (ApiKey key : told.world().keys()) {
      boolean same = changed.get(key.hash()).equals(quiet.get(key.hash()));
      assertThat(same).as(key.alias()).isEqualTo(key.account().index() != 0);
    }
  }

  @Test
  void addingASecondStoryToAKeyKeepsTheRecordsOfTheFirst() {
    List<String> one = Simulations.slimLines(Simulations.week("token-burst@2@+3d10h"));
    List<String> two =
        Simulations.slimLines(Simulations.week("request-burst@2@+5d10h", "token-burst@2@+3d10h"));
    assertThat(new HashSet<>(two).containsAll(one)).isTrue();
    assertThat(two).hasSizeGreaterThan(one.size());
  }

  @Test
  void labelsSayWhenTheFirstAndTheLastRecordOfAStoryEnded() throws IOException {
    Simulations.Written written =
        Simulations.written(
            Simulations.week("request-burst@2@+3d10h", "token-burst@1@+1d"), RecordFormat.slim());
    Label burst = written.labels().get(1);
    List<Double> ends = new ArrayList<>();
    for (String line : written.lines()) {
      JsonNode node = JSON.readTree(line);
      boolean mine = node.at("/metadata/user_api_key_alias").textValue().equals("ben");
      if (mine && node.path("prompt_tokens").intValue() == 300) {
        ends.add(node.get("endTime").doubleValue());
      }
    }
    assertThat(written.labels())
        .extracting(Label::story)
        .containsExactly("token-burst", "request-burst");
    assertThat(burst.alias()).isEqualTo("ben");
    assertThat(burst.vendor()).isEqualTo("anthropic");
    assertThat(burst.told()).isEqualTo("Thu 10:00 ben: an agent in a loop");
    assertThat(burst.signals()).containsExactly("request-surge");
    assertThat(burst.records()).isEqualTo(ends.size());
    assertThat(burst.from().toEpochMilli()).isEqualTo((long) (ends.get(0) * 1_000));
    assertThat(burst.to().toEpochMilli()).isEqualTo((long) (ends.get(ends.size() - 1) * 1_000));
  }

  @Test
  void aPersonWorksByDayAndAServiceAllDay() throws IOException {
    Map<String, Integer> byNight = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (String line : QUIET) {
      JsonNode node = JSON.readTree(line);
      String alias = node.at("/metadata/user_api_key_alias").textValue();
      long hour = node.get("startTime").longValue() / 3_600 % 24;
      all.merge(alias, 1, Integer::sum);
      byNight.merge(alias, hour < 5 ? 1 : 0, Integer::sum);
    }
    assertThat((double) byNight.get("ben") / all.get("ben")).isLessThan(0.05);
    assertThat((double) byNight.get("search-api") / all.get("search-api")).isBetween(0.1, 0.4);
    assertThat((double) byNight.get("nightly-eval") / all.get("nightly-eval")).isLessThan(0.05);
  }

  private static Map<String, List<String>> byKey(List<String> lines) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    for (String line : lines) {
      int begin = line.indexOf(HASH) + HASH.length();
      String hash = line.substring(begin, begin + 64);
      byKey.computeIfAbsent(hash, absent -> new ArrayList<>()).add(line);
    }
    return byKey;
  }
}
