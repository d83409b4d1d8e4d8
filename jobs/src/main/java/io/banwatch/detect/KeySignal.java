package io.banwatch.detect;

import io.banwatch.alert.Finding;
import io.banwatch.usage.UsageEvent;
import java.util.function.Consumer;

/** Watches one key. Stateless itself: what it must remember stands in the {@link KeyState}. */
public interface KeySignal {
  /** The signal's stable id, lower case with hyphens. */
  String id();

  /**
   * Looks at one request.
   *
   * @param event the request; a vendor or the gateway has answered it
   * @param state what is known of the key, changed in place
   * @param context what holds for this key and this request
   * @param findings receives what was found
   */
  void observe(UsageEvent event, KeyState state, KeyContext context, Consumer<Finding> findings);
}
