package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The alert about Banwatch itself: files of the alert log were removed before they were told. It is
 * over when it is noticed, since nothing can bring the lines back.
 *
 * <p>The source that notices it and the function that tells it run one after the other in one task;
 * what is noticed waits here until the next line comes, which is at once.
 */
final class LostAlerts {
  /** The name that stands where other alerts have their signal. */
  static final String SIGNAL = "alerts-lost";

  private static final int ID_LENGTH = 24;

  private static final Map<String, Integer> NOTICED = new ConcurrentHashMap<>();

  private LostAlerts() {}

  /**
   * A listener of the source, which hears of each gap.
   *
   * @param job names the job in this JVM
   * @param person hears the same
   */
  static Consumer<String> listener(String job, Consumer<String> person) {
    return words -> {
      NOTICED.merge(job, 1, Integer::sum);
      person.accept(words);
    };
  }

  /** Whether anything was lost since this was asked last. */
  static boolean isNoticed(String job) {
    return NOTICED.remove(job) != null;
  }

  /**
   * The alert, the same whenever the same lines are read again.
   *
   * @param next the first line after the gap
   * @param policy the policy's hash
   */
  static Alert before(Alert next, String policy) {
    String name = SIGNAL + '\n' + next.id() + '\n' + next.sequence();
    String id =
        DigestUtils.sha256Hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    return new Alert(
        id,
        1,
        AlertStatus.RESOLVED,
        Severity.CRITICAL,
        SIGNAL,
        Subject.ofAccount("banwatch", "alert log"),
        policy,
        next.changedAt(),
        next.changedAt(),
        next.changedAt(),
        new Explanation(
            "Alerts were lost: files of the alert log were removed before they were told.",
            "What stood in them was told to nobody: alerts may have begun, or ended, unheard.",
            List.of(Fact.of("toldAgainFrom", next.id() + "-" + next.sequence())),
            List.of(
                "Look at each vendor account whether it still works.",
                "Of alerts that stay open at their receiver, see in the alert log whether they"
                    + " ended.",
                "Raise alertLog.keepDays in the policy above the longest time that telling may be"
                    + " stopped.")));
  }
}
