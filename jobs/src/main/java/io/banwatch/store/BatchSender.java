package io.banwatch.store;

import java.util.List;

/**
 * Sends lines in their order, in requests that are not too large, until all are stored or refused,
 * or the server has to be asked again later. A request that was too large, or that holds a line
 * which was refused, is halved until what was wrong with it is found.
 */
final class BatchSender {
  private final Requests requests;
  private final InfluxAddress address;
  private final SendingLimits limits;
  private final Listener listener;

  BatchSender(Requests requests, InfluxAddress address, SendingLimits limits, Listener listener) {
    this.requests = requests;
    this.address = address;
    this.limits = limits;
    this.listener = listener;
  }

  /** Takes lines to where they go; see {@link InfluxApi}. */
  @FunctionalInterface
  interface Requests {
    /** Writes, and waits for the answer. */
    WriteAnswer write(String bucket, List<InfluxLine> lines);
  }

  /** Hears what became of lines. */
  interface Listener {
    /** So many of those not heard of were stored. */
    void stored(int count);

    /** So many of those not heard of were refused. */
    void refused(int count, String words);

    /** Something that is stored will not be kept for long. */
    void refusedByHistory(String words);

    /** What shall be kept for long has no place of its own. */
    void noHistory();
  }

  /**
   * Sends.
   *
   * @param lines loses those that were stored or refused
   * @return null when none is left, else the answer that stopped it
   */
  WriteAnswer send(List<InfluxLine> lines) {
    int most = limits.lines();
    while (!lines.isEmpty()) {
      List<InfluxLine> request = lines.subList(0, Math.min(most, limits.fitting(lines)));
      int size = request.size();
      WriteAnswer answer = writeEverywhere(request);
      switch (answer.kind()) {
        case STORED, PARTLY_STORED -> {
          tell(size, answer);
          request.clear();
          most = Math.min(limits.lines(), 2 * most);
        }
        case REFUSED, TOO_LARGE -> {
          if (size == 1) {
            listener.refused(1, answer.words());
            request.clear();
          }
          most = Math.max(1, size / 2);
        }
        case LATER, NO_HISTORY, MISCONFIGURED -> {
          return answer;
        }
      }
    }
    return null;
  }

  private void tell(int size, WriteAnswer answer) {
    int refused =
        answer.kind() == AnswerKind.STORED ? 0 : Math.min(size, Math.max(1, answer.refused()));
    listener.stored(size - refused);
    if (refused > 0) {
      listener.refused(refused, answer.words());
    }
  }

  /** What is kept for long goes to both places, so that a dashboard finds it in either. */
  private WriteAnswer writeEverywhere(List<InfluxLine> lines) {
    WriteAnswer answer = requests.write(address.database(), lines);
    List<InfluxLine> kept = lines.stream().filter(InfluxLine::kept).toList();
    boolean isStored =
        answer.kind() == AnswerKind.STORED || answer.kind() == AnswerKind.PARTLY_STORED;
    if (!isStored || kept.isEmpty()) {
      return answer;
    }
    WriteAnswer second = requests.write(address.history(), kept);
    return switch (second.kind()) {
      case STORED -> answer;
      case PARTLY_STORED, REFUSED, TOO_LARGE -> {
        listener.refusedByHistory(second.words());
        yield answer;
      }
      case NO_HISTORY, MISCONFIGURED -> {
        listener.noHistory();
        yield answer;
      }
      case LATER -> second;
    };
  }
}
