package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.banwatch.alert.Alert;
import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.simulate.DemoWeek;
import io.banwatch.simulate.record.RecordFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricLogTest {
  private static final int RECORDS = 10_000;

  /** One line in so many is held against the schema; a prime, so that all measurements come. */
  private static final int SAMPLED = 37;

  private static final int LESS_THAN_DISORDER = 9_000;
  private static final Pattern END = Pattern.compile("\"endTime\":([0-9.]+)");
  private static final Set<Measurement> SUMMED =
      EnumSet.of(
          Measurement.KEY_USAGE,
          Measurement.KEY_PLACE,
          Measurement.ACCOUNT_USAGE,
          Measurement.ACCOUNT_LIMITS);

  @TempDir private Path directory;

  @Test
  void theSamePointsComeOutWithAnyNumberOfReadersAndTheSameAlertsAsWithout() throws Exception {
    Path log = demo();
    replay("off", log, 1, false);
    replay("one", log, 1, true);
    replay("two", log, 2, true);
    replay("three", log, 3, true);

    assertThat(directory.resolve("off/metrics.jsonl")).doesNotExist();
    assertThat(directory.resolve("one/alerts.jsonl"))
        .hasSameTextualContentAs(directory.resolve("off/alerts.jsonl"));
    assertThat(MetricLog.points(directory.resolve("one/metrics.jsonl")))
        .isNotEmpty()
        .isEqualTo(MetricLog.points(directory.resolve("two/metrics.jsonl")))
        .isEqualTo(MetricLog.points(directory.resolve("three/metrics.jsonl")));
  }

  @Test
  void everyLineFitsTheSchemaAndTheSumsOfAllPointsAreThoseOfTheSummary() throws Exception {
    ReplaySummary summary = replay("out", demo(), 1, true);
    assertThat(problems(directory.resolve("out/metrics.jsonl"))).isEmpty();
    Collection<Point> points = MetricLog.points(directory.resolve("out/metrics.jsonl")).values();

    assertThat(sum(points, Measurement.PIPELINE, FieldNames.RECORDS)).isEqualTo(summary.lines());
    assertThat(sum(points, Measurement.PIPELINE, FieldNames.ACCEPTED))
        .isEqualTo(summary.accepted());
    assertThat(sum(points, Measurement.PIPELINE, FieldNames.SKIPPED)).isEqualTo(summary.skipped());
    long ofKeys = sum(points, Measurement.KEY_USAGE, FieldNames.REQUESTS);
    assertThat(ofKeys).isPositive().isLessThanOrEqualTo(summary.accepted());
    assertThat(sum(points, Measurement.ACCOUNT_USAGE, FieldNames.REQUESTS)).isEqualTo(ofKeys);
    assertThat(sum(points, Measurement.KEY_PLACE, FieldNames.REQUESTS))
        .isPositive()
        .isLessThanOrEqualTo(ofKeys);
  }

  @Test
  void aLogInAnotherOrderWithinTheBoundOnDisorderGivesTheSameSums() throws Exception {
    Path log = demo();
    Path shuffled = directory.resolve("shuffled.jsonl");
    Random random = new Random(7);
    Map<Long, String> byPlace = new TreeMap<>();
    List<String> ordered = Files.readAllLines(log);
    for (int i = 0; i < ordered.size(); i++) {
      long place = endOf(ordered.get(i)) + random.nextInt(LESS_THAN_DISORDER);
      byPlace.put(place * ordered.size() + i, ordered.get(i));
    }
    List<String> lines = List.copyOf(byPlace.values());
    Files.write(shuffled, lines);
    replay("ordered", log, 1, true);
    replay("shuffled", shuffled, 1, true);

    assertThat(lines).isNotEqualTo(ordered).hasSameSizeAs(ordered);
    assertThat(sums("shuffled")).isNotEmpty().isEqualTo(sums("ordered"));
  }

  /** Pace is judged in the order in which requests come; what is summed is not. */
  private Set<Point> sums(String out) throws IOException {
    return MetricLog.points(directory.resolve(out).resolve("metrics.jsonl")).values().stream()
        .filter(point -> SUMMED.contains(point.measurement()))
        .collect(Collectors.toSet());
  }

  private static List<String> problems(Path log) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Path file = Path.of("..", "docs", "schemas", "metrics.schema.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(mapper.readTree(file.toFile()));
    List<String> lines = Files.readAllLines(log);
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += SAMPLED) {
      schema.validate(mapper.readTree(lines.get(i))).forEach(each -> problems.add(each.toString()));
    }
    return problems;
  }

  private static long endOf(String line) {
    Matcher end = END.matcher(line);
    assertThat(end.find()).isTrue();
    return Math.round(Double.parseDouble(end.group(1)) * 1_000);
  }

  private static long sum(Collection<Point> points, Measurement measurement, String name) {
    return points.stream()
        .filter(point -> point.measurement() == measurement)
        .flatMap(point -> point.fields().stream())
        .filter(field -> field.name().equals(name))
        .mapToLong(Field::integer)
        .sum();
  }

  private Path demo() throws IOException {
    Path log = directory.resolve("week.jsonl");
    try (OutputStream out = Files.newOutputStream(log)) {
      DemoWeek.simulation().writeFirst(RECORDS, RecordFormat.slimWithLimits(), out, written -> {});
    }
    return log;
  }

  private ReplaySummary replay(String out, Path log, int readers, boolean metricLog)
      throws Exception {
    Path directoryOut = Files.createDirectories(directory.resolve(out));
    return ReplayJob.run(
        new ReplaySettings(
            List.of(log.toString()),
            directoryOut,
            "schemaVersion: 1",
            null,
            null,
            readers,
            metricLog),
        new Deaf());
  }

  private static final class Deaf implements ReplayListener {
    @Override
    public void alert(Alert line) {}

    @Override
    public void progress(long bytesRead, long bytesTotal, long records) {}
  }
}
