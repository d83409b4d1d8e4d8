package io.banwatch.scenario;

import static io.banwatch.scenario.GatewayLog.at;

import io.banwatch.simulate.world.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stories of how the log itself comes. */
final class DeliveryStories {
  private static final Use CHAT = Use.of(3_000, 400);

  private DeliveryStories() {}

  static List<Story> all() {
    return List.of(
        new Story("batches-delivered-twice", DeliveryStories::batchesTwice),
        new Story("log-delivered-twice", DeliveryStories::logTwice),
        new Story("ban-delivered-twice", DeliveryStories::banTwice),
        new Story("records-out-of-order", DeliveryStories::outOfOrder),
        new Story("account-learned-late", DeliveryStories::accountLearnedLate));
  }

  /** The runaway loop, of which an outlet sends each batch again; on most days one holds one. */
  private static List<String> batchesTwice() {
    return twiceBy(PaceStories.loop("runaway-loop").batches(Duration.ofSeconds(5)));
  }

  /** The stolen key's whole archive, and once more after it. */
  private static List<String> logTwice() {
    return twiceBy(List.of(StolenKeyStories.stolenKey("stolen-key")));
  }

  /** The archive of a ban that is over, and once more after it. */
  private static List<String> banTwice() {
    return twiceBy(List.of(AnswerStories.disabled()));
  }

  private static List<String> twiceBy(List<List<String>> batches) {
    List<String> twice = new ArrayList<>();
    for (List<String> batch : batches) {
      twice.addAll(batch);
      twice.addAll(batch);
    }
    return twice;
  }

  /** The runaway loop, each record written up to eight seconds late. */
  private static List<String> outOfOrder() {
    return PaceStories.loop("runaway-loop").recordsHeldBack(Duration.ofSeconds(8));
  }

  /** Streams name no organisation: it is known from the first answer that comes whole. */
  private static List<String> accountLearnedLate() {
    Caller mara = Caller.person("mara");
    Caller away = mara.from(Network.TORONTO_ROGERS, 30);
    return new GatewayLog("account-learned-late")
        .daily(mara, 1, 2, "08:00", "17:00", 6, CHAT.streamed())
        .daily(away, 4, 4, "14:00", "16:00", 6, CHAT.streamed())
        .answer(away, at(4, "16:05"), CHAT)
        .daily(away, 4, 4, "16:10", "18:00", 6, CHAT.streamed())
        .records();
  }
}
