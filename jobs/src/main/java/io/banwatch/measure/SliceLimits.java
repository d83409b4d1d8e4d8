package io.banwatch.measure;

import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import io.banwatch.usage.RateLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * What the vendor said of rate limits in a slice, by model. Of too many models the first by name
 * are kept, so that their order does not matter; the others go together. Plain public fields as in
 * {@link KeySlices}.
 */
public class SliceLimits {
  private static final int MOST = 32;

  /** By the model's name, rising. */
  public List<ModelLimits> models = new ArrayList<>();

  /** All others together; null without one. */
  public ModelLimits others;

  /**
   * Adds what was said with an answer.
   *
   * @param model the model, or null
   */
  void add(String model, RateLimits limits) {
    of(model == null ? TagNames.UNKNOWN : TagText.plain(model)).add(limits);
  }

  /** Adds what a key was told; it may have been added before. */
  void add(SliceLimits more) {
    for (ModelLimits model : more.models) {
      of(model.model).add(model);
    }
    if (more.others != null) {
      others().add(more.others);
    }
  }

  /** All of them, the others last. */
  List<ModelLimits> all() {
    List<ModelLimits> all = new ArrayList<>(models);
    if (others != null) {
      all.add(others);
    }
    return all;
  }

  private ModelLimits of(String model) {
    int place = 0;
    while (place < models.size() && models.get(place).model.compareTo(model) < 0) {
      place++;
    }
    if (place < models.size() && models.get(place).model.equals(model)) {
      return models.get(place);
    }
    if (place == MOST) {
      return others();
    }
    if (models.size() == MOST) {
      others().add(models.remove(MOST - 1));
    }
    ModelLimits begun = new ModelLimits();
    begun.model = model;
    models.add(place, begun);
    return begun;
  }

  private ModelLimits others() {
    if (others == null) {
      others = new ModelLimits();
      others.model = TagNames.OTHER;
    }
    return others;
  }
}
