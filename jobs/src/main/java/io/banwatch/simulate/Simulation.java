package io.banwatch.simulate;

import io.banwatch.simulate.rates.Trace;
import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.simulate.story.Reach;
import io.banwatch.simulate.story.Stage;
import io.banwatch.simulate.traffic.Habits;
import io.banwatch.simulate.traffic.KeyTraffic;
import io.banwatch.simulate.traffic.Merge;
import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A simulated log. The same arguments give the same bytes; a story changes only the records of keys
 * it touches. Memory grows with keys, not with the log.
 *
 * @param world whose traffic it is
 * @param from where it begins
 * @param until where it ends: no record ends later
 * @param trace real clients that drive the keys, or null for the habits of each kind of key
 * @param stories what happens in it
 */
public record Simulation(
    World world, Instant from, Instant until, Trace trace, List<StoryCue> stories) {
  /** Where a log ends that says nothing else: a Monday, 00:00 UTC, so that a week is whole. */
  public static final Instant DEFAULT_UNTIL = Instant.parse("2026-11-16T00:00:00Z");

  /**
   * Writes the log.
   *
   * @param format how much of each record is written
   * @param progress is told the number of records now and then
   * @return what happened in it
   * @throws IOException when the stream does not take it
   */
  public List<Label> write(RecordFormat format, OutputStream out, LongConsumer progress)
      throws IOException {
    return writeFirst(Long.MAX_VALUE, format, out, progress);
  }

  /**
   * Writes the log's first records.
   *
   * @param most how many at most
   * @param format how much of each record is written
   * @param progress is told the number of records now and then
   * @return what happened in them
   * @throws IOException when the stream does not take it
   */
  public List<Label> writeFirst(
      long most, RecordFormat format, OutputStream out, LongConsumer progress) throws IOException {
    LabelBook book = new LabelBook(stories);
    Merge merge = merge();
    long records = 0;
    while (records < most) {
      Request request = merge.next();
      if (request == null) {
        break;
      }
      format.write(request, out);
      book.note(request);
      records++;
      if ((records & 0x3FFF) == 0) {
        progress.accept(records);
      }
    }
    progress.accept(records);
    return book.labels();
  }

  /** The requests of the log in the order of their end. */
  Merge merge() {
    long first = StoryCue.micros(from);
    long last = StoryCue.micros(until);
    Habits habits = new Habits(world.seeds(), trace, first);
    List<KeyTraffic> traffic = new ArrayList<>();
    for (ApiKey key : world.keys()) {
      traffic.add(
          new KeyTraffic(
              habits.usual(key, "", first, last),
              parts(key, habits),
              world.seeds().stream("retries", key.index()),
              last));
    }
    return new Merge(traffic);
  }

  private List<Part> parts(ApiKey key, Habits habits) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < stories.size(); i++) {
      StoryCue cue = stories.get(i);
      parts.add(touches(cue, key) ? cue.story().part(stage(i, cue, key, habits)) : null);
    }
    return parts;
  }

  private static boolean touches(StoryCue cue, ApiKey key) {
    Reach reach = cue.story().reach();
    return switch (reach) {
      case KEY -> key.index() == cue.key().index();
      case ACCOUNT -> key.account().index() == cue.key().account().index();
      case EVERYONE -> true;
    };
  }

  private Stage stage(int index, StoryCue cue, ApiKey key, Habits habits) {
    return new Stage(
        index,
        cue.story().name(),
        key,
        cue.at(),
        StoryCue.micros(from),
        StoryCue.micros(until),
        habits,
        world.seeds());
  }
}
