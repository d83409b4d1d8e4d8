package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Policy;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Notice;
import io.banwatch.webhook.TestAlert;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Tries a receiver: an alert that says of itself that it is a test, and its end. */
public final class ReceiverTrial {
  private final WhoIsTold whoIsTold;
  private final Telling telling;
  private final String policyHash;
  private final Map<String, String> environment;

  /**
   * What the receiver made of one message.
   *
   * @param what which message
   * @param arrived whether it was taken
   * @param status the answer's status; 0 when nobody answered
   * @param answer the answer's first characters, or what failed; may be shown as it is
   */
  public record Result(String what, boolean arrived, int status, String answer) {}

  /**
   * @param webhooks addresses of receivers that the policy does not name
   * @param environment the environment variables
   */
  public ReceiverTrial(Policy policy, List<String> webhooks, Map<String, String> environment) {
    whoIsTold = new WhoIsTold(policy, webhooks);
    telling = whoIsTold.telling();
    policyHash = policy.hash();
    this.environment = environment;
  }

  /** Which receivers have one name, a sentence each. */
  public List<String> ambiguities() {
    return whoIsTold.problems();
  }

  /**
   * What is wrong with names, addresses and secrets, a sentence each; sends nothing and quotes no
   * secret.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(ambiguities());
    for (Receiver receiver : telling.receivers()) {
      Endpoint endpoint = new Endpoint(receiver, telling, environment);
      try {
        endpoint.write(Notice.of(TestAlert.firing(receiver.name(), policyHash, 0)), 0);
        endpoint.headers();
        if (receiver.format() == ReceiverFormat.EMAIL) {
          endpoint.password();
        } else {
          endpoint.address();
        }
      } catch (IOException e) {
        problems.add("receiver " + receiver.name() + ": " + e.getMessage());
      }
    }
    return problems;
  }

  /** All receivers in words, with their formats; empty for none. */
  public String receivers() {
    return telling.receivers().stream()
        .map(receiver -> receiver.name() + " (" + receiver.format().word() + ")")
        .collect(Collectors.joining(", "));
  }

  /** The names of all receivers. */
  public List<String> names() {
    return telling.receivers().stream().map(Receiver::name).toList();
  }

  /**
   * Sends and waits for the answers; the second message only follows when the first was taken.
   *
   * @param now when, epoch milliseconds
   * @return one for each message; empty when no receiver has this name
   */
  public List<Result> send(String name, long now) {
    Optional<Receiver> found =
        telling.receivers().stream().filter(receiver -> receiver.name().equals(name)).findFirst();
    List<Result> results = new ArrayList<>();
    if (found.isEmpty()) {
      return results;
    }
    Receiver receiver = found.get();
    Alert firing = TestAlert.firing(name, policyHash, now);
    try (NetworkCourier courier = NetworkCourier.of(telling, environment)) {
      results.add(result("firing", courier, receiver, Notice.of(firing), now));
      if (results.get(0).arrived() && receiver.resolved()) {
        Notice end = Notice.after(firing, TestAlert.resolved(firing, now));
        results.add(result("resolved", courier, receiver, end, now));
      }
    }
    return results;
  }

  private static Result result(
      String what, Courier courier, Receiver receiver, Notice notice, long now) {
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    courier.deliver(receiver, notice, now, answered::complete);
    Answer answer = answered.join();
    Instant moment = Instant.ofEpochMilli(now);
    boolean mail = receiver.format() == ReceiverFormat.EMAIL;
    Judgement judgement = mail ? Judgement.ofMail(answer) : Judgement.ofHttp(answer, moment);
    return new Result(
        what,
        judgement.verdict() == Verdict.DELIVERED,
        answer.status(),
        DeadLetters.answer(answer.text()));
  }
}
