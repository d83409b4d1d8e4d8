package io.banwatch.cli;

import io.banwatch.policy.Policy;
import io.banwatch.tell.NotifySettings;
import io.banwatch.tell.ReceiverTrial;
import io.banwatch.tell.StartAt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How alerts are told: what {@code run} and {@code notify run} have in common. */
final class TellingOptions {
  private static final int MOST_INTERVAL = 600;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description =
          "Tells alerts there as Standard Webhooks, signed with the secret in"
              + " BANWATCH_WEBHOOK_SECRET, beside the policy's receivers. May be repeated.")
  private List<String> webhooks = List.of();

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "N",
      description = "How often state is saved, 1 to 600. Default: 10.")
  private int checkpointSeconds = 10;

  int checkpointSeconds() {
    return checkpointSeconds;
  }

  /** Whether neither the policy nor the command line names a receiver. */
  boolean isNobody(Policy policy) {
    return webhooks.isEmpty() && policy.telling().receivers().isEmpty();
  }

  /**
   * What is wrong, a sentence each.
   *
   * @param policy null when it could not be read
   */
  List<String> problems(Policy policy, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    if (checkpointSeconds < 1 || checkpointSeconds > MOST_INTERVAL) {
      problems.add(
          "--checkpoint-seconds is "
              + checkpointSeconds
              + "; give a number from 1 to "
              + MOST_INTERVAL);
    }
    if (policy != null) {
      problems.addAll(new ReceiverTrial(policy, webhooks, environment).problems());
    }
    return problems;
  }

  /** Who is told, for people. */
  String words(Policy policy) {
    return isNobody(policy)
        ? "nobody is told: the policy names no receivers any more, and what waited for them becomes"
            + " dead letters"
        : "alerts are told to " + new ReceiverTrial(policy, webhooks, Map.of()).receivers();
  }

  /**
   * The settings.
   *
   * @param out the service's directory
   * @param notices as in {@link NotifySettings}
   */
  NotifySettings settings(Path out, Policy policy, StartAt start, String notices) {
    return new NotifySettings(
        out.resolve(NotifySettings.ALERT_LOG), out, policy, webhooks, start, notices);
  }
}
