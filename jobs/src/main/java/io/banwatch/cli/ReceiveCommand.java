package io.banwatch.cli;

import io.banwatch.policy.Policy;
import io.banwatch.receive.Receiver;
import io.banwatch.receive.ReceiverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code banwatch receive}. */
@Command(
    name = "receive",
    header = "Receives a gateway's records by HTTP and writes them to a usage log.",
    description = {
      "Takes POST and PUT on any path: one JSON object, many, or an array, gzipped or not. A body"
          + " is answered when its records are durable. Only what Banwatch needs is kept: no prompt"
          + " ever rests on disk. GET /healthz and /metrics tell how it goes. Posts must carry the"
          + " bearer token of BANWATCH_RECEIVE_TOKEN; without one only loopback addresses are"
          + " listened on. Runs until it is interrupted, and then finishes what it was sent.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch receive --to log",
      "  BANWATCH_RECEIVE_TOKEN=... banwatch receive --to log --listen 0.0.0.0:8080",
      "  banwatch replay --out out log",
    },
    exitCodeList = {
      "1:the log cannot be written, or the address is taken",
      "2:the address, the policy, the format or the token cannot be used; nothing was started",
      "130:interrupted; the log is whole"
    })
final class ReceiveCommand implements Callable<Integer> {
  private static final String USUAL_ADDRESS = "127.0.0.1:8080";

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "LOG",
      description = "The directory of the usage log; created when there is none.")
  private Path log;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "For gateway.trustedProxies, trustedHops, and usageLog.")
  private Path policy;

  @Option(
      names = "--format",
      paramLabel = "NAME|MAPPING",
      description =
          "A format by its name (litellm, nginx, envoy-ai-gateway), or the path of a mapping file."
              + " Default: LiteLLM's, recognised by each record.")
  private String format;

  @Mixin private ListeningOptions listening = new ListeningOptions();

  ReceiveCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ReceiverSettings settings = checked();
    try (Receiver receiver = Receiver.startAlone(settings, terminal::message)) {
      CountDownLatch finished = closesWithTheProcess(receiver);
      terminal.message(
          "listening on " + listening.url(settings, receiver.port()) + ", writing to " + log);
      finished.await();
      return ExitCode.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.failed("interrupted", e);
    } catch (IOException e) {
      throw CommandException.failed(e.getMessage(), e);
    }
  }

  /** The Java machine waits for this before it ends. */
  private CountDownLatch closesWithTheProcess(Receiver receiver) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    receiver.close();
                  } catch (IOException e) {
                    terminal.message(e.getMessage());
                  }
                },
                "receive-close"));
    return new CountDownLatch(1);
  }

  private ReceiverSettings checked() {
    List<String> problems = new ArrayList<>();
    listening.unlessGiven(USUAL_ADDRESS);
    ReceiverSettings settings = null;
    try {
      Policy valid = PolicyOption.read(policy);
      settings = listening.settings(log, valid, format, environment, problems);
    } catch (CommandException e) {
      problems.addAll(e.messages());
    }
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    return settings;
  }
}
