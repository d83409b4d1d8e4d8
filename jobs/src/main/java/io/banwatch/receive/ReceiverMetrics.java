package io.banwatch.receive;

import io.banwatch.usage.Reason;
import java.util.Locale;
import java.util.TreeMap;

/** A receiver's counts as Prometheus reads them (text format 0.0.4). */
public final class ReceiverMetrics {
  private ReceiverMetrics() {}

  /** One family after the other, each with its help. */
  public static String of(ReceiverCounts counts) {
    StringBuilder text = new StringBuilder();
    family(text, "requests_total", "counter", "Posts by the status they were answered.");
    new TreeMap<>(counts.requests())
        .forEach(
            (status, number) -> sample(text, "requests_total{code=\"" + status + "\"}", number));
    long rejected = 0;
    for (long number : counts.rejected().values()) {
      rejected += number;
    }
    family(text, "records_total", "counter", "Records received: accepted, rejected and skipped.");
    sample(text, "records_total", counts.accepted() + rejected + counts.skipped());
    family(text, "accepted_total", "counter", "Records accepted.");
    sample(text, "accepted_total", counts.accepted());
    family(text, "rejected_total", "counter", "Records not understood, by reason.");
    for (Reason reason : Reason.values()) {
      sample(
          text,
          "rejected_total{reason=\"" + reason.word() + "\"}",
          counts.rejected().getOrDefault(reason, 0L));
    }
    family(text, "skipped_total", "counter", "Records that do not count.");
    sample(text, "skipped_total", counts.skipped());
    family(text, "body_bytes_total", "counter", "Bytes of bodies, after decompression.");
    sample(text, "body_bytes_total", counts.bodyBytes());
    family(text, "log_bytes_total", "counter", "Bytes appended to the usage log.");
    sample(text, "log_bytes_total", counts.logBytes());
    family(text, "fsync_failures_total", "counter", "Times the disk refused durability.");
    sample(text, "fsync_failures_total", counts.forceFailures());
    family(text, "segments", "gauge", "Segments of the usage log.");
    sample(text, "segments", counts.segments());
    family(text, "log_writable", "gauge", "Whether the last append to the usage log worked.");
    sample(text, "log_writable", counts.fault() == null ? 1 : 0);
    return text.toString();
  }

  private static void family(StringBuilder text, String name, String type, String help) {
    text.append("# HELP banwatch_receive_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE banwatch_receive_").append(name).append(' ').append(type).append('\n');
  }

  private static void sample(StringBuilder text, String name, long value) {
    text.append(String.format(Locale.ROOT, "banwatch_receive_%s %d\n", name, value));
  }
}
