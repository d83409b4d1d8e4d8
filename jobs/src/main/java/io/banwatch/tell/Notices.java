package io.banwatch.tell;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Lets the command that started a job in this JVM tell its person what the job has to say. A job on
 * a cluster has nobody there, and tells by metrics, dead letters and its other receivers.
 */
public final class Notices {
  private static final Map<String, Consumer<String>> BY_NAME = new ConcurrentHashMap<>();

  private Notices() {}

  /** Registers a listener and returns its name, which travels with the job. */
  public static String register(Consumer<String> listener) {
    String name = UUID.randomUUID().toString();
    BY_NAME.put(name, listener);
    return name;
  }

  /** Forgets a listener. */
  public static void remove(String name) {
    BY_NAME.remove(name);
  }

  /** The listener of that name, or one that does nothing. */
  static Consumer<String> of(String name) {
    return name == null ? Notices::nobody : BY_NAME.getOrDefault(name, Notices::nobody);
  }

  private static void nobody(String words) {}
}
