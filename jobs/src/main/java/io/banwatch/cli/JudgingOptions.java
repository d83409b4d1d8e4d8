package io.banwatch.cli;

import io.banwatch.gateway.Decoders;
import io.banwatch.gateway.MappingException;
import io.banwatch.place.GeoDatabase;
import io.banwatch.place.GeoDatabaseException;
import io.banwatch.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How a log is read and judged: what {@code replay} and {@code run} have in common. */
final class JudgingOptions {
  private static final int MOST_READERS = 64;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What differs from the built-in policy.")
  private Path policy;

  @Option(
      names = "--geo",
      paramLabel = "FILE",
      description =
          "A City database (.mmdb), or a directory with City and ASN databases. Default: the"
              + " bundled GeoLite2 of 2019.")
  private Path geo;

  @Option(
      names = "--format",
      paramLabel = "NAME|MAPPING",
      description =
          "A format by its name (litellm, nginx, envoy-ai-gateway), or the path of a mapping file."
              + " Default: LiteLLM's, recognised by each record.")
  private String format;

  @Option(
      names = "--readers",
      paramLabel = "N",
      description = "Reading threads, 1 to 64. Default: one for each processor.")
  private int readers = Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--metric-log",
      description =
          "Also writes metrics.jsonl: every ten seconds a point for each key, place and account"
              + " that was active, for `banwatch store` or tools of your own (docs/metrics.md).")
  private boolean metricLog;

  Path geo() {
    return geo;
  }

  String format() {
    return format;
  }

  int readers() {
    return readers;
  }

  boolean metricLog() {
    return metricLog;
  }

  /**
   * Looks at all of them.
   *
   * @param problems takes in what is wrong
   * @return the policy; null when it is wrong
   */
  Policy checked(List<String> problems) {
    Policy valid = checkedPolicy(problems);
    if (geo != null) {
      try {
        GeoDatabase.open(geo);
      } catch (GeoDatabaseException e) {
        problems.add(e.getMessage());
      }
    }
    if (readers < 1 || readers > MOST_READERS) {
      problems.add("--readers is " + readers + "; give a number from 1 to " + MOST_READERS);
    }
    return valid;
  }

  /** With the format, since a mapping is read by the policy's trusted proxies. */
  private Policy checkedPolicy(List<String> problems) {
    try {
      Policy valid = PolicyOption.read(policy);
      Decoders.settings(format, valid.trustedProxies(), valid.trustedHops());
      return valid;
    } catch (CommandException e) {
      problems.addAll(e.messages());
    } catch (MappingException e) {
      e.getMessage().lines().forEach(problems::add);
    }
    return null;
  }
}
