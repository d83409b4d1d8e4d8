package io.banwatch.cli;

import io.banwatch.service.ServiceStatus;
import java.util.Objects;

/** Tells when a job fails, why, and when it runs again; each of it once. */
final class FailureNews {
  private final Terminal terminal;
  private final String job;
  private String failure;
  private boolean wasRunning = true;

  /**
   * @param job what the job is called in a sentence
   */
  FailureNews(Terminal terminal, String job) {
    this.terminal = terminal;
    this.job = job;
  }

  /** Takes the status of this moment. */
  void tell(ServiceStatus status) {
    if (status.failure() != null && !Objects.equals(failure, status.failure())) {
      terminal.message(job + " failed and starts again: " + status.failure());
      failure = status.failure();
      wasRunning = false;
    }
    if (!wasRunning && status.running()) {
      terminal.message(job + " runs again");
      wasRunning = true;
      failure = null;
    }
  }
}
