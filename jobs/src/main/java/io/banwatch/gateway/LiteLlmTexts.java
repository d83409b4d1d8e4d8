package io.banwatch.gateway;

/** The texts that return in LiteLLM's records. Bounded; a few megabytes when full. */
final class LiteLlmTexts {
  private static final int MOST_NAMES = 1 << 14;
  private static final int MOST_KEYS = 1 << 13;
  private static final int MOST_ADDRESSES = 1 << 13;
  private static final int MOST_HOSTS = 1 << 8;
  private static final int MOST_CALL_TYPES = 1 << 7;

  final RepeatedText<KeptText> names = new RepeatedText<>(MOST_NAMES, KeptText::of);
  final RepeatedText<KeptText> keys = new RepeatedText<>(MOST_KEYS, KeptText::ofKey);
  final RepeatedText<KeptText> hosts = new RepeatedText<>(MOST_HOSTS, KeptText::ofHost);
  final RepeatedText<CallKind> callKinds =
      new RepeatedText<>(MOST_CALL_TYPES, (text, whole) -> CallKind.of(text));
  final RepeatedText<ClientAddress> addresses;

  LiteLlmTexts(ForwardedFor forwardedFor) {
    addresses =
        new RepeatedText<>(
            MOST_ADDRESSES,
            (text, whole) -> whole ? forwardedFor.caller(text) : ClientAddress.UNREADABLE);
  }
}
