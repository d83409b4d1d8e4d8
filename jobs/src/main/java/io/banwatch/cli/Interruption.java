package io.banwatch.cli;

import java.util.function.Supplier;

/**
 * Says how to go on when a person interrupts a running job. The Java machine itself then ends with
 * 130, as it does on every interrupt.
 */
final class Interruption {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** From now until its end, an interrupt leaves this message, made when it comes. */
  static Interruption says(Terminal terminal, Supplier<String> message) {
    Thread hook = new Thread(() -> terminal.message(message.get()), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** From now on an interrupt says nothing. */
  void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is ending already, and the hook has spoken.
    }
  }
}
