package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Part;
import io.banwatch.simulate.world.ApiKey;
import java.util.List;

/** Something that happens to a key, an account or everyone at a time. Holds no state. */
public abstract class Story {
  private final String name;
  private final Reach reach;
  private final String told;
  private final String line;

  Story(String name, Reach reach, String told, String line) {
    this.name = name;
    this.reach = reach;
    this.told = told;
    this.line = line;
  }

  /** Its name: lower case with hyphens. */
  public final String name() {
    return name;
  }

  /** Whose traffic it touches. */
  public final Reach reach() {
    return reach;
  }

  /** As people would tell it, in a few words. */
  public final String told() {
    return told;
  }

  /** What it does, with its fixed figures, in one line. */
  public final String line() {
    return line;
  }

  /** The signals of which at least one should tell it; empty for a near miss. */
  public abstract List<String> signals();

  /** The signals that it resembles and must not raise; empty for most. */
  public List<String> nearMissOf() {
    return List.of();
  }

  /** What it needs of its key and the key lacks, or null when the key will do. */
  public String lacking(ApiKey key) {
    return null;
  }

  /** What it does to the stage's key. */
  public abstract Part part(Stage stage);
}
