package io.banwatch.cli;

import io.banwatch.log.LogNotice;
import io.banwatch.log.LogNotices;
import io.banwatch.service.DetectService;
import io.banwatch.service.ServiceDirectory;
import io.banwatch.service.ServiceException;
import io.banwatch.service.ServiceSettings;
import io.banwatch.service.ServiceStatus;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One service from its start until someone ends it: prints alerts, tells of failures. */
final class ServiceRun {
  private static final long LOOK_MILLIS = 1_000;

  private final Terminal terminal;
  private final CountDownLatch ended = new CountDownLatch(1);
  private long noticesTold;

  ServiceRun(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Runs until the process is told to end; the state is kept then.
   *
   * @throws ServiceException when it cannot start
   */
  void run(ServiceSettings settings, ServiceDirectory directory) throws ServiceException {
    AlertText line = new AlertText(terminal);
    DetectService service =
        DetectService.start(
            settings,
            directory,
            alert -> line.of(alert).forEach(terminal::print),
            terminal::message);
    Thread hook = new Thread(() -> end(service, directory), "service end");
    Runtime.getRuntime().addShutdownHook(hook);
    terminal.message(
        "following "
            + String.join(", ", settings.follow().logs())
            + "; alerts go to "
            + directory.path().resolve("alerts.jsonl"));
    StatusLine status = new StatusLine(terminal, Clock.systemUTC());
    try {
      while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        ServiceStatus now = service.status();
        tellNotices(service.notices());
        status.show(now, service.progress());
        if (now.ended()) {
          throw CommandException.failed("the job has ended for good: " + now.failure(), null);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The hook is still at work; the Java machine ends when it is done.
  }

  private void tellNotices(LogNotices notices) {
    List<LogNotice> newest = notices.newest();
    long untold = Math.min(newest.size(), notices.count() - noticesTold);
    noticesTold = notices.count();
    for (LogNotice notice : newest.subList(newest.size() - (int) untold, newest.size())) {
      terminal.message(notice.source() + ": " + notice.words());
    }
  }

  /** Runs while the Java machine ends, which waits for it. */
  private void end(DetectService service, ServiceDirectory directory) {
    ended.countDown();
    terminal.message("ending; keeping the state...");
    boolean kept = service.stop();
    terminal.message(
        kept
            ? "state kept in " + directory.path() + "; the same command goes on from here"
            : "the state of the last checkpoint is kept in "
                + directory.path()
                + "; the same command goes on from there, and tells nothing twice");
  }
}
