package io.banwatch.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Has the real {@code logrotate} rotate a file that is written at full speed and followed by the
 * production source, and counts what was lost and doubled; {@code src/test/rotate-under-load}.
 */
final class RotateUnderLoad {
  private static final long QUIET_MILLIS = 8_000;
  private static final String POLICY = "rotate 1000\nmissingok\nnodelaycompress\n";

  private RotateUnderLoad() {}

  /** A way of rotating, and the lines of logrotate's configuration that ask for it. */
  private record Form(String name, boolean copies, String lines) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("create", false, "create\nnocompress\n"),
          new Form("create, compress", false, "create\ncompress\n"),
          new Form("create, delaycompress", false, "create\ncompress\ndelaycompress\n"),
          new Form("nocreate", false, "nocreate\nnocompress\n"),
          new Form("copytruncate", true, "copytruncate\nnocompress\n"),
          new Form("copytruncate, compress", true, "copytruncate\ncompress\n"),
          new Form("dateext", false, "create\nnocompress\ndateext\ndateformat -%Y%m%d-%s\n"),
          new Form(
              "dateext, compress", false, "create\ncompress\ndateext\ndateformat -%Y%m%d-%s\n"));

  /**
   * Rotates.
   *
   * @param arguments how many seconds to write in each form, how many records a second at most
   */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    String rows = "%-24s %9s %10s %10s %6s %8s %16s %8s%n";
    System.out.printf(
        rows, "form", "rotations", "written", "read", "lost", "doubled", "cut in the file", "torn");
    boolean well = true;
    for (Form form : FORMS) {
      Path directory = Files.createTempDirectory("banwatch-rotate");
      NumberedLog.Outcome outcome = run(form, directory, seconds, rate);
      System.out.printf(
          Locale.ROOT,
          rows,
          form.name(),
          outcome.rotations(),
          outcome.written(),
          outcome.read(),
          outcome.lost(),
          outcome.doubled(),
          outcome.inNoFile(),
          outcome.torn());
      boolean clean = outcome.lost() == 0 && outcome.doubled() == 0;
      clean = clean && (form.copies() || outcome.inNoFile() + outcome.torn() == 0);
      well = well && clean;
      if (clean) {
        NumberedLog.delete(directory);
      } else {
        System.out.println("see " + directory);
      }
    }
    System.exit(well ? 0 : 1);
  }

  private static NumberedLog.Outcome run(Form form, Path directory, int seconds, int rate)
      throws Exception {
    Path log = directory.resolve("access.log");
    NumberedLog numbered = new NumberedLog(log, rate);
    CountedRecords.reset();
    UsageLogSource source =
        UsageLogSource.following(List.of(log.toString()), LineDecoder::new, LogSettings.defaults());
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(1);
    environment.enableCheckpointing(500);
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "log")
        .uid("log")
        .map(new CountedRecords())
        .uid("counted")
        .sinkTo(new DiscardingSink<>())
        .uid("discarded");
    JobClient job = environment.executeAsync();
    Path rules = directory.resolve("logrotate.conf");
    Files.writeString(
        rules,
        "%s {\n%s%s%s}\n"
            .formatted(log, POLICY, form.lines(), numbered.reopenWhenRotated(form.copies())));
    numbered.start();
    awaitFirst();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    int rotations = 0;
    while (System.nanoTime() < end) {
      rotate(rules);
      rotations++;
      Thread.sleep(form.lines().contains("dateext") ? 1_100 : 300);
    }
    numbered.stop();
    awaitQuiet();
    job.cancel().get();
    source.forgetProgress();
    return numbered.outcome(rotations);
  }

  private static void rotate(Path rules) throws Exception {
    Process process =
        new ProcessBuilder("logrotate", "-f", "-s", rules + ".state", rules.toString())
            .redirectErrorStream(true)
            .start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("logrotate failed: " + words);
    }
  }

  /** What is rotated before the first look is left out where a file is named. */
  private static void awaitFirst() throws InterruptedException {
    while (CountedRecords.count() == 0) {
      Thread.sleep(20);
    }
  }

  /** Waits until nothing was read for longer than anything waits. */
  private static void awaitQuiet() throws InterruptedException {
    long before = -1;
    while (CountedRecords.count() != before) {
      before = CountedRecords.count();
      Thread.sleep(QUIET_MILLIS);
    }
  }
}
