package io.banwatch.flow;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Lets the command that started a job in this JVM see its records as they are written. A job on a
 * cluster has no listeners, and its files all the same.
 */
final class Listeners {
  private static final Map<String, Consumer<Object>> BY_NAME = new ConcurrentHashMap<>();

  private Listeners() {}

  /** Registers a listener and returns its name, which travels with the job. */
  static String register(Consumer<Object> listener) {
    String name = UUID.randomUUID().toString();
    BY_NAME.put(name, listener);
    return name;
  }

  /** The listener of that name, or one that does nothing. */
  static Consumer<Object> of(String name) {
    return name == null ? Listeners::nobody : BY_NAME.getOrDefault(name, Listeners::nobody);
  }

  private static void nobody(Object record) {}

  /** Forgets a listener. */
  static void remove(String name) {
    BY_NAME.remove(name);
  }
}
