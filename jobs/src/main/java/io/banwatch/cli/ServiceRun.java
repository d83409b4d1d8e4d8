package io.banwatch.cli;

import io.banwatch.log.LogNotice;
import io.banwatch.log.LogNotices;
import io.banwatch.receive.Health;
import io.banwatch.receive.Receiver;
import io.banwatch.receive.ReceiverSettings;
import io.banwatch.service.DetectService;
import io.banwatch.service.HealthCheck;
import io.banwatch.service.ServiceDirectory;
import io.banwatch.service.ServiceException;
import io.banwatch.service.ServiceSettings;
import io.banwatch.service.ServiceStatus;
import io.banwatch.service.StoreStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One service from its start until someone ends it: prints alerts, tells of failures. */
final class ServiceRun {
  private static final long LOOK_MILLIS = 1_000;

  private final Terminal terminal;
  private final ListeningOptions listening;
  private final Map<String, String> environment;
  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Health health = new Health(false, List.of("the job has not started yet"));
  private volatile DetectService service;
  private long noticesTold;

  /**
   * @param environment for the token of InfluxDB
   */
  ServiceRun(Terminal terminal, ListeningOptions listening, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
    this.listening = listening;
  }

  /**
   * Runs until the process is told to end; the state is kept then.
   *
   * @param receiving how records are received, or null
   * @throws ServiceException when it cannot start
   * @throws IOException when it cannot listen
   */
  void run(ServiceSettings settings, ReceiverSettings receiving, ServiceDirectory directory)
      throws ServiceException, IOException {
    Receiver receiver = receiving == null ? null : receive(receiving);
    AlertText line = new AlertText(terminal);
    StoreWatch storing = new StoreWatch(terminal, clock, directory.path(), "; alerts go on");
    if (settings.storing() != null) {
      storing.ask(settings.storing(), environment);
    }
    try {
      service =
          DetectService.start(
              settings,
              directory,
              alert -> line.of(alert).forEach(terminal::print),
              terminal::message);
    } catch (ServiceException | RuntimeException e) {
      close(receiver);
      throw e;
    }
    Thread hook = new Thread(() -> end(receiver, directory), "service end");
    Runtime.getRuntime().addShutdownHook(hook);
    terminal.message(
        "following "
            + String.join(", ", settings.follow().logs())
            + "; alerts go to "
            + directory.path().resolve("alerts.jsonl"));
    watch(new HealthCheck(settings.checkpointInterval()), storing);
  }

  private Receiver receive(ReceiverSettings receiving) throws IOException {
    Receiver receiver = Receiver.start(receiving, () -> health, this::metrics, terminal::message);
    terminal.message(
        "listening on "
            + listening.url(receiving, receiver.port())
            + ", writing to "
            + receiving.log());
    return receiver;
  }

  private String metrics() {
    DetectService running = service;
    return running == null ? "" : running.metrics();
  }

  private void watch(HealthCheck check, StoreWatch storing) {
    StatusLine line = new StatusLine(terminal, clock);
    FailureNews telling = new FailureNews(terminal, "telling");
    try {
      while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        ServiceStatus now = service.status();
        List<String> problems =
            new ArrayList<>(check.problems(now, service.progress(), clock.millis()));
        service.notifyStatus().ifPresent(notify -> addProblem(notify, telling, problems));
        Optional<StoreStatus> stored = service.storeStatus();
        List<String> notes = new ArrayList<>();
        // Points that wait are no reason to start again a service that detects and tells.
        stored.flatMap(storing::problem).ifPresent(notes::add);
        health = new Health(problems.isEmpty(), problems.isEmpty() ? notes : problems);
        tellNotices(service.notices());
        line.show(
            now, service.progress(), stored.map(storing::part).map(List::of).orElse(List.of()));
        if (now.ended()) {
          throw CommandException.failed("the job has ended for good: " + now.failure(), null);
        }
      }
      // The hook still saves the state: until then the directory is not another process's.
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void addProblem(ServiceStatus notify, FailureNews telling, List<String> problems) {
    telling.tell(notify);
    if (!notify.running()) {
      problems.add(
          "alerts are not told"
              + (notify.failure() == null ? "; it starts" : ": " + notify.failure()));
    }
  }

  private void tellNotices(LogNotices notices) {
    LogNotices.News news = notices.since(noticesTold);
    noticesTold = news.count();
    for (LogNotice notice : news.notices()) {
      terminal.message(notice.source() + ": " + notice.words());
    }
  }

  /** Runs while the Java machine ends, which waits for it. */
  private void end(Receiver receiver, ServiceDirectory directory) {
    ended.countDown();
    terminal.message("ending; keeping the state...");
    close(receiver);
    boolean kept = service.stop();
    terminal.message(
        kept
            ? "state kept in " + directory.path() + "; the same command goes on from here"
            : "ended before the state of this moment was saved in "
                + directory.path()
                + "; the same command goes on from the last checkpoint, or begins anew where there"
                + " is none, and tells nothing twice");
    finished.countDown();
  }

  private void close(Receiver receiver) {
    if (receiver == null) {
      return;
    }
    try {
      receiver.close();
    } catch (IOException e) {
      terminal.message(e.getMessage());
    }
  }
}
