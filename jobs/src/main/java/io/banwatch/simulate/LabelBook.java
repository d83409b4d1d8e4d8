package io.banwatch.simulate;

import io.banwatch.simulate.story.Story;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.ApiKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Notes the first and the last record of each story while a log is written. */
final class LabelBook {
  private static final DateTimeFormatter TOLD =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.US).withZone(ZoneOffset.UTC);

  private final List<StoryCue> cues;
  private final long[] first;
  private final long[] last;
  private final long[] records;

  LabelBook(List<StoryCue> cues) {
    this.cues = cues;
    this.first = new long[cues.size()];
    this.last = new long[cues.size()];
    this.records = new long[cues.size()];
  }

  /** Notes a request in the order in which they are written. */
  void note(Request request) {
    int story = request.story;
    if (story == Request.NO_STORY || request.history) {
      return;
    }
    if (records[story] == 0) {
      first[story] = request.end;
    }
    last[story] = request.end;
    records[story]++;
  }

  /** The labels, in the order of the stories' start. */
  List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      labels.add(label(i));
    }
    labels.sort(Comparator.comparing(Label::from));
    return labels;
  }

  private Label label(int index) {
    StoryCue cue = cues.get(index);
    Story story = cue.story();
    ApiKey key = cue.key();
    Instant begins = instant(cue.at());
    boolean seen = records[index] > 0;
    return new Label(
        story.name(),
        TOLD.format(begins) + " " + whom(cue) + ": " + story.told(),
        story.reach().name().toLowerCase(Locale.ROOT),
        key.hash(),
        key.alias(),
        key.vendor().word(),
        key.account().organisation(),
        seen ? instant(first[index]) : begins,
        seen ? instant(last[index]) : begins,
        records[index],
        story.signals(),
        story.nearMissOf());
  }

  private static String whom(StoryCue cue) {
    return switch (cue.story().reach()) {
      case KEY -> cue.key().alias();
      case ACCOUNT -> cue.key().vendor().word() + " " + cue.key().account().organisation();
      case EVERYONE -> "everyone";
    };
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
