package io.banwatch.cli;

import io.banwatch.tell.ReceiverTrial;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code banwatch notify test}. */
@Command(
    name = "test",
    header = "Sends a receiver an alert that says it is a test.",
    description = {
      "Sends it as firing and, where the receiver hears of ends, as resolved, and prints what the"
          + " receiver answered. Secrets are read from where the policy says.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch notify test oncall --policy policy.yaml",
      "  banwatch notify test webhook --webhook https://hooks.example.com/banwatch",
    },
    exitCodeList = {
      "0:the receiver took it",
      "1:it did not; the answer says why",
      "2:no receiver has this name, or the policy is wrong"
    })
final class NotifyTestCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "RECEIVER", description = "The receiver's name in the policy.")
  private String receiver;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy that names the receiver.")
  private Path policy;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = {
        "The receiver ``webhook'', without a policy: Standard Webhooks, signed with the secret in"
            + " BANWATCH_WEBHOOK_SECRET."
      })
  private List<String> webhooks = List.of();

  NotifyTestCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ReceiverTrial trial = new ReceiverTrial(PolicyOption.read(policy), webhooks, environment);
    if (!trial.ambiguities().isEmpty()) {
      throw CommandException.wrongUsage(trial.ambiguities());
    }
    List<ReceiverTrial.Result> results = trial.send(receiver, Clock.systemUTC().millis());
    if (results.isEmpty()) {
      String known =
          trial.names().isEmpty()
              ? "it names none; add one under `receivers`, or give --webhook URL"
              : "it names " + String.join(", ", trial.names());
      throw CommandException.wrongUsage(
          "the policy names no receiver `" + receiver + "`: " + known);
    }
    boolean arrived = true;
    for (ReceiverTrial.Result result : results) {
      arrived &= result.arrived();
      String status = result.status() == 0 ? "no answer" : Integer.toString(result.status());
      terminal.print(
          String.format(
              "%-8s  %s  %s  %s",
              result.what(), result.arrived() ? "taken" : "NOT taken", status, result.answer()));
    }
    return arrived ? ExitCode.DONE : ExitCode.FAILED;
  }
}
