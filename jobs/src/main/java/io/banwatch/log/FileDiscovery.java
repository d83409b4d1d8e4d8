package io.banwatch.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The files that stand there now, with the time of the first event of each when there are many. */
final class FileDiscovery implements LogDiscovery {
  private static final long serialVersionUID = 1;

  private final List<String> logs;
  private final LogSettings settings;
  private final DecoderFactory decoders;
  private final StandardInput standardInput;

  FileDiscovery(
      List<String> logs,
      LogSettings settings,
      DecoderFactory decoders,
      StandardInput standardInput) {
    this.logs = List.copyOf(logs);
    this.settings = settings;
    this.decoders = decoders;
    this.standardInput = standardInput;
  }

  @Override
  public boolean isBounded() {
    return true;
  }

  @Override
  public List<LogFile> discover() {
    List<LogFile> files = FileLister.list(logs).files();
    return files.size() < 2 ? files : withTimes(files);
  }

  private List<LogFile> withTimes(List<LogFile> files) {
    int parts = Math.min(settings.readers(), files.size());
    ExecutorService threads = Executors.newFixedThreadPool(parts);
    try {
      List<Future<List<LogFile>>> looks =
          IntStream.range(0, parts)
              .mapToObj(part -> threads.submit(() -> part(files, part, parts)))
              .toList();
      List<LogFile> timed = new ArrayList<>(files);
      for (Future<List<LogFile>> look : looks) {
        look.get().forEach(file -> timed.set(file.order(), file));
      }
      return timed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageLogException("interrupted while the log's files were looked into", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the log's files cannot be looked into", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<LogFile> part(List<LogFile> files, int part, int parts) {
    LogBytes bytes = new LogBytes(standardInput, read -> {});
    FirstEvent firstEvent = new FirstEvent(bytes, decoders.create(), settings.longestValue());
    List<LogFile> timed = new ArrayList<>();
    for (int i = part; i < files.size(); i += parts) {
      LogFile file = files.get(i);
      if (!file.stream()) {
        timed.add(file.withFirstMillis(firstEvent.millisOf(file)));
      }
    }
    return timed;
  }
}
