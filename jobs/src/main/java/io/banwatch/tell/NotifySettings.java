package io.banwatch.tell;

import io.banwatch.policy.Policy;
import java.nio.file.Path;
import java.util.List;

/**
 * What a notify job follows, and whom it tells.
 *
 * @param alertLog the alert log's file that grows, {@code alerts.jsonl}
 * @param out the directory of {@code dead-letters.jsonl} and {@code redelivery.jsonl}; exists
 * @param policy names receivers, silences and links
 * @param webhooks addresses of more receivers, in the standard format, signed with the secret in
 *     {@code BANWATCH_WEBHOOK_SECRET}
 * @param start what is told of a log that was never told before
 * @param notices the name under which {@link Notices} knows who tells a person, or null
 */
public record NotifySettings(
    Path alertLog, Path out, Policy policy, List<String> webhooks, StartAt start, String notices) {
  /** The alert log's file that grows, in the service's directory. */
  public static final String ALERT_LOG = "alerts.jsonl";
}
