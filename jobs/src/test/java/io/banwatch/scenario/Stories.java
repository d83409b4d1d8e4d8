package io.banwatch.scenario;

import java.util.List;
import java.util.stream.Stream;

/** Every story that is written. A new family is one more line here. */
final class Stories {
  private Stories() {}

  static List<Story> all() {
    return Stream.of(
            PaceStories.all(),
            StolenKeyStories.all(),
            GrowthStories.all(),
            CountryStories.all(),
            TravelStories.all(),
            SubscriptionStories.all(),
            AnswerStories.all(),
            DeliveryStories.all(),
            FeedStories.all())
        .flatMap(List::stream)
        .toList();
  }
}
