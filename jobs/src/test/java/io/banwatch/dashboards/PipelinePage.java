package io.banwatch.dashboards;

import java.util.List;

/** Whether Banwatch itself sees what it should. */
final class PipelinePage {
  static final String UID = "banwatch-pipeline";

  private PipelinePage() {}

  static Page page() {
    return new Page(
        UID,
        "Pipeline health",
        "Is everything read, understood and up to date? What is not read is not watched.",
        "now-6h",
        List.of(),
        Scope.ALL,
        List.of(
            Page.section(
                "",
                total("Records", "How many records were read?", "sum(\"records\")"),
                total("Rejected", "How many could not be understood?", "sum(\"rejected\")")
                    .field("thresholds", Level.WARNING.fromOne()),
                total("Skipped", "How many were no model call?", "sum(\"skipped\")"),
                total("Repeats", "How many came again and were counted once?", "sum(\"repeats\")"),
                total("Late", "How many came later than the bound on disorder?", "sum(\"late\")"),
                total(
                        "Too late for points",
                        "How many are judged, but missing in these curves?",
                        "sum(\"too_late_for_points\")")
                    .field("thresholds", Level.WARNING.fromOne()),
                records(),
                rejections(),
                lateness(),
                behind())));
  }

  private static Panel total(String title, String question, String sum) {
    return Panels.number(title, question)
        .size(4, 4)
        .unit("short")
        .empty("nothing was read in this time: is Banwatch running, and storing?")
        .ask(Query.table("SELECT %s AS \"value\" FROM \"pipeline\" WHERE $timeFilter", sum));
  }

  private static Panel records() {
    return Panels.stacked("Records a minute", "Does the log go on, and is it understood?")
        .size(12, 9)
        .unit("short")
        .empty("nothing was read in this time")
        .override("rejected", "color", Pace.fixed(Level.CRITICAL.colour()))
        .ask(
            Query.series(
                "$col",
                """
                SELECT sum("accepted") * 60000 / $__interval_ms AS "accepted",
                sum("skipped") * 60000 / $__interval_ms AS "skipped",
                sum("rejected") * 60000 / $__interval_ms AS "rejected" FROM "pipeline"
                WHERE $timeFilter GROUP BY time($__interval) fill(null)\
                """));
  }

  private static Panel rejections() {
    return Panels.stacked("Rejected, by reason", "Why are records not understood?")
        .size(12, 9)
        .unit("none")
        .empty("everything was understood")
        .transform(
            "renameByRegex", Json.object("regex", "^sum_rejected_(.*)$", "renamePattern", "$1"))
        .ask(
            Query.series(
                "$col",
                """
                SELECT sum(/^rejected_/) FROM "pipeline"
                WHERE $timeFilter GROUP BY time($__interval) fill(null)\
                """));
  }

  private static Panel lateness() {
    return Panels.lines(
            "Lateness of records", "How far behind the newest record was the latest one?")
        .size(12, 9)
        .unit("s")
        .empty("nothing was read in this time")
        .ask(
            Query.series(
                "$col",
                """
                SELECT max("lateness_most_seconds") AS "latest" FROM "pipeline"
                WHERE $timeFilter GROUP BY time($__interval) fill(null)\
                """));
  }

  private static Panel behind() {
    return Panels.lines("Behind the log", "How old is the newest record that was judged?")
        .size(12, 9)
        .unit("s")
        .override("waiting", "unit", "decbytes", "custom.axisPlacement", "right")
        .empty("only `banwatch run` knows: a replay is never behind")
        .ask(
            Query.series(
                "$col",
                """
                SELECT max("behind_seconds") AS "behind", max("behind_bytes") AS "waiting"
                FROM "pipeline_lag" WHERE $timeFilter GROUP BY time($__interval) fill(null)\
                """));
  }
}
