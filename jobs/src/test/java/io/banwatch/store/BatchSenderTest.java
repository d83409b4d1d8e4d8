package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSenderTest {
  private static final InfluxAddress ADDRESS =
      InfluxAddress.parse("http://localhost:8086/banwatch", Map.of());

  private final Database database = new Database();
  private final Heard heard = new Heard();

  private BatchSender sender(int lines, long bytes) {
    return new BatchSender(database::write, ADDRESS, new SendingLimits(lines, bytes), heard);
  }

  @Test
  void requestsHoldSoManyLinesAndBytes() {
    List<InfluxLine> lines = lines(25);
    assertThat(sender(10, 1_000).send(lines)).isNull();
    assertThat(database.sizes).containsExactly(10, 10, 5);
    database.sizes.clear();
    assertThat(sender(10, 15).send(lines(4))).isNull();
    assertThat(database.sizes).containsExactly(2, 2);
    assertThat(lines).isEmpty();
    assertThat(heard.stored).isEqualTo(29);
  }

  @Test
  void whatIsTooLargeIsHalvedUntilItPassesAndOneAloneIsRefused() {
    database.largest = 3;
    assertThat(sender(100, 1_000_000).send(lines(10))).isNull();
    assertThat(database.stored).hasSize(10);
    database.largest = 0;
    assertThat(sender(100, 1_000_000).send(lines(2))).isNull();
    assertThat(heard.refused).isEqualTo(2);
  }

  @Test
  void oneLineThatIsRefusedCostsNoOther() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Database strict = new Database();
      Heard counts = new Heard();
      List<InfluxLine> lines = lines(random.nextInt(60));
      long bad = random.nextInt(4);
      for (int i = 0; i < bad; i++) {
        lines.add(random.nextInt(lines.size() + 1), InfluxLine.of("bad" + i, false));
      }
      int good = lines.size() - (int) bad;
      BatchSender sender =
          new BatchSender(
              strict::write, ADDRESS, new SendingLimits(1 + random.nextInt(20), 1_000), counts);
      assertThat(sender.send(lines)).isNull();
      assertThat(strict.stored).hasSize(good).isSorted();
      assertThat(counts.stored).isEqualTo(good);
      assertThat(counts.refused).isEqualTo(bad);
    }
  }

  @Test
  void aPartialWriteIsNeverRepeated() {
    database.next =
        new WriteAnswer(AnswerKind.PARTLY_STORED, "field type conflict dropped=3", "", 3, 0);
    assertThat(sender(10, 1_000).send(lines(10))).isNull();
    assertThat(database.sizes).containsExactly(10);
    assertThat(heard.stored).isEqualTo(7);
    assertThat(heard.refused).isEqualTo(3);
  }

  @Test
  void whatTheHistoryRefusesIsStoredAllTheSameAndSaid() {
    database.ofHistory = new WriteAnswer(AnswerKind.PARTLY_STORED, "type conflict", "", 1, 0);
    assertThat(sender(10, 1_000).send(new ArrayList<>(List.of(line(1, true), line(2, false)))))
        .isNull();
    assertThat(heard.stored).isEqualTo(2);
    assertThat(heard.refused).isZero();
    assertThat(heard.refusedByHistory).containsExactly("type conflict");
  }

  @Test
  void whenItShallComeLaterWhatWasNotStoredIsLeft() {
    List<InfluxLine> lines = lines(25);
    database.failsAfter = 2;
    WriteAnswer answer = sender(10, 1_000).send(lines);
    assertThat(answer.kind()).isEqualTo(AnswerKind.LATER);
    assertThat(lines).hasSize(5);
    assertThat(heard.stored).isEqualTo(20);
    database.failsAfter = Integer.MAX_VALUE;
    assertThat(sender(10, 1_000).send(lines)).isNull();
    assertThat(database.stored).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whatIsKeptGoesToBothPlacesAndWhereThereIsNoneThatIsSaid() {
    List<InfluxLine> lines = new ArrayList<>(List.of(line(1, true), line(2, false)));
    assertThat(sender(10, 1_000).send(new ArrayList<>(lines))).isNull();
    assertThat(database.kept).containsExactly("l00001");
    database.hasHistory = false;
    assertThat(sender(10, 1_000).send(lines)).isNull();
    assertThat(heard.stored).isEqualTo(4);
    assertThat(heard.withoutHistory).isEqualTo(1);
  }

  private static List<InfluxLine> lines(int count) {
    return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> line(i, false)).toList());
  }

  private static InfluxLine line(int number, boolean kept) {
    return InfluxLine.of(String.format("l%05d", number), kept);
  }

  private static final class Heard implements BatchSender.Listener {
    private int stored;
    private int refused;
    private int withoutHistory;
    private final List<String> refusedByHistory = new ArrayList<>();

    @Override
    public void stored(int count) {
      stored += count;
    }

    @Override
    public void refused(int count, String words) {
      refused += count;
    }

    @Override
    public void refusedByHistory(String words) {
      refusedByHistory.add(words);
    }

    @Override
    public void noHistory() {
      withoutHistory++;
    }
  }

  /** Takes lines as InfluxDB does, but for lines that begin with "bad". */
  private static final class Database implements InfluxApi {
    private final List<String> stored = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private int largest = Integer.MAX_VALUE;
    private int failsAfter = Integer.MAX_VALUE;
    private boolean hasHistory = true;
    private WriteAnswer ofHistory = WriteAnswer.STORED;
    private WriteAnswer next;

    @Override
    public WriteAnswer write(String bucket, List<InfluxLine> lines) {
      List<String> texts = lines.stream().map(InfluxLine::text).toList();
      if (bucket.equals("banwatch/history")) {
        kept.addAll(texts);
        return hasHistory
            ? ofHistory
            : new WriteAnswer(AnswerKind.NO_HISTORY, "retention policy not found", "", 0, 0);
      }
      sizes.add(texts.size());
      if (next != null) {
        return next;
      }
      if (sizes.size() > failsAfter) {
        return new WriteAnswer(AnswerKind.LATER, "away", "", 0, 0);
      }
      if (texts.size() > largest) {
        return new WriteAnswer(AnswerKind.TOO_LARGE, "too large", "", 0, 0);
      }
      if (texts.stream().anyMatch(text -> text.startsWith("bad"))) {
        return new WriteAnswer(AnswerKind.REFUSED, "unable to parse", "", 0, 0);
      }
      stored.addAll(texts);
      return WriteAnswer.STORED;
    }

    @Override
    public void close() {}
  }
}
