package io.banwatch.cli;

import io.banwatch.alert.Subject;
import io.banwatch.gateway.AccountResolver;
import io.banwatch.gateway.DecoderSettings;
import io.banwatch.gateway.Decoders;
import io.banwatch.gateway.MappingException;
import io.banwatch.inspect.Inspection;
import io.banwatch.log.LogSettings;
import io.banwatch.log.StandardInput;
import io.banwatch.log.UsageLogException;
import io.banwatch.log.UsageLogReader;
import io.banwatch.place.PlaceLookup;
import io.banwatch.place.PlaceLookups;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Signals;
import io.banwatch.usage.LogRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code banwatch inspect}. */
@Command(
    name = "inspect",
    header = "Tells what Banwatch understands of a log, and what the log lacks.",
    description = {
      "Reads the beginning of the log and tells how much of it was understood, who is in it, which"
          + " signals lack a field that they need, and the gateway's setting that would add it."
          + " Shows three records as Banwatch reads them. Judges nobody and writes nothing.",
    },
    footer = {
      "",
      "Examples:",
      "  banwatch inspect litellm.jsonl",
      "  banwatch inspect --format nginx /var/log/nginx/banwatch.jsonl",
      "  kubectl logs deploy/gateway | banwatch inspect --format mapping.yaml -",
    },
    exitCodeList = {
      "0:done, whatever was understood",
      "1:failed while working",
      "2:a log, the policy or the format cannot be used; nothing was read",
      "130:interrupted"
    })
final class InspectCommand implements Callable<Integer> {
  /** As many as their names and request ids fit into memory. */
  private static final int MOST_RECORDS = 1_000_000;

  private final Terminal terminal;
  private final StandardInput standardInput;

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description =
          "A file of JSON values, gzipped or not, a directory of such files, or - for standard"
              + " input.")
  private List<String> logs;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "What differs from the built-in policy: trusted proxies and accounts matter here.")
  private Path policy;

  @Option(
      names = "--format",
      paramLabel = "NAME|MAPPING",
      description =
          "A format by its name (litellm, nginx, envoy-ai-gateway), or the path of a mapping file."
              + " Default: LiteLLM's, recognised by each record.")
  private String format;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Stop after so many records, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
  private int most;

  InspectCommand(Terminal terminal, StandardInput standardInput) {
    this.terminal = terminal;
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>(LogPaths.problems(logs, null));
    if (most < 1 || most > MOST_RECORDS) {
      problems.add("--records is " + most + "; give a number from 1 to " + MOST_RECORDS);
    }
    Policy valid = checkedPolicy(problems);
    DecoderSettings decoders = valid == null ? null : checkedFormat(valid, problems);
    if (!problems.isEmpty()) {
      throw CommandException.wrongUsage(problems);
    }
    LogNotes.of(logs).forEach(terminal::message);
    read(valid, decoders).forEach(terminal::print);
    return ExitCode.DONE;
  }

  private Policy checkedPolicy(List<String> problems) {
    try {
      return PolicyOption.read(policy);
    } catch (CommandException e) {
      problems.addAll(e.messages());
      return null;
    }
  }

  private DecoderSettings checkedFormat(Policy valid, List<String> problems) {
    try {
      return Decoders.settings(format, valid.trustedProxies(), valid.trustedHops());
    } catch (MappingException e) {
      e.getMessage().lines().forEach(problems::add);
      return null;
    }
  }

  private List<String> read(Policy valid, DecoderSettings decoders) {
    PlaceLookup places = PlaceLookups.open(null, List.of());
    AccountResolver accounts = new AccountResolver(valid.accounts());
    Inspection inspection = new Inspection(address -> places.find(address) != null);
    FormCount forms = new FormCount();
    boolean stopped = false;
    try (UsageLogReader log =
        UsageLogReader.open(
            logs,
            () -> forms.counting(Decoders.decoder(decoders)),
            LogSettings.defaults(),
            standardInput)) {
      for (LogRecord record = log.next(); record != null; record = log.next()) {
        if (inspection.records() == most) {
          stopped = true;
          break;
        }
        inspection.add(named(record, accounts));
      }
      long files = log.progress().files();
      Signals signals = valid.settingsFor(Subject.ofFeed()).signals();
      return new InspectText(inspection, forms, signals, format, terminal.textWidth())
          .lines(files, stopped);
    } catch (UsageLogException e) {
      throw CommandException.wrongUsage(e.getMessage());
    }
  }

  private static LogRecord named(LogRecord record, AccountResolver accounts) {
    if (record.event() == null) {
      return record;
    }
    return LogRecord.of(
        record.position(),
        accounts.resolve(record.event(), record.host()),
        record.droppedFields(),
        record.host());
  }
}
