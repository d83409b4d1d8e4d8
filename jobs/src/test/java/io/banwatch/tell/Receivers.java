package io.banwatch.tell;

import io.banwatch.policy.Digest;
import io.banwatch.policy.EmailSettings;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Mail;
import io.banwatch.webhook.Notice;
import io.banwatch.webhook.Notifier;
import java.util.List;
import java.util.Map;

/** Receivers of all sorts, each told of everything. */
final class Receivers {
  private static final String NOWHERE = "http://localhost:1/";

  private Receivers() {}

  static Receiver of(ReceiverFormat format) {
    return receiver(format, NOWHERE, null, null);
  }

  static Receiver at(ReceiverFormat format, String url) {
    return receiver(format, url, null, null);
  }

  static Receiver digesting(int groupSeconds) {
    return receiver(ReceiverFormat.STANDARD, NOWHERE, new Digest(groupSeconds), null);
  }

  static Receiver mail(EmailSettings settings) {
    return receiver(ReceiverFormat.EMAIL, null, null, settings);
  }

  /** The mail that tells of something with these settings. */
  static Mail written(EmailSettings settings, Notice notice) {
    Receiver receiver = mail(settings);
    Telling telling = new Telling(List.of(receiver), List.of(), "", 1, 1);
    return (Mail) Notifier.of(receiver, telling, List.of()).outgoing(notice, ToldAlerts.START);
  }

  private static Receiver receiver(
      ReceiverFormat format, String url, Digest digest, EmailSettings email) {
    return new Receiver(
        "team", format, url, null, null, null, Map.of(), false, null, null, null, true, digest,
        false, email);
  }
}
