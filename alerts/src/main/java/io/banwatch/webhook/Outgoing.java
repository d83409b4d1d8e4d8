package io.banwatch.webhook;

/** What is sent to one receiver at one time. */
public sealed interface Outgoing permits Message, Mail {
  /** The same for every try, and different for different notices: receivers know repeats by it. */
  String id();
}
