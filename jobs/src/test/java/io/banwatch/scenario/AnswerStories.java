package io.banwatch.scenario;

import static io.banwatch.scenario.GatewayLog.at;

import java.time.Duration;
import java.util.List;

/** Stories of what the vendor, or the gateway, answers. */
final class AnswerStories {
  private static final Use CHAT = Use.of(2_000, 200);

  private AnswerStories() {}

  static List<Story> all() {
    return List.of(
        new Story("account-disabled", AnswerStories::disabled),
        new Story("ban-while-streams-run", AnswerStories::whileStreamsRun),
        new Story("ban-quoted-by-a-user", AnswerStories::quoted),
        new Story("openai-account-deactivated", AnswerStories::deactivated),
        new Story("auth-failures", AnswerStories::refusedCredentials),
        new Story("mistyped-key", AnswerStories::mistypedKey),
        new Story("gateway-refuses-scan", AnswerStories::scan));
  }

  private static GatewayLog before(String story, Caller... callers) {
    GatewayLog log = new GatewayLog(story);
    for (Caller caller : callers) {
      log.daily(caller, 1, 1, "08:00", "16:00", 12, CHAT);
      log.daily(caller, 2, 2, "08:00", "10:00", 12, CHAT);
    }
    return log;
  }

  /** Clients keep trying for two hours; after an appeal the vendor answers again next morning. */
  static List<String> disabled() {
    Caller search = Caller.service("search-api");
    Caller mail = Caller.service("mail-sorter");
    return before("account-disabled", search, mail)
        .refusals(search, at(2, "10:00:30"), 24, Duration.ofMinutes(5), Refusal.DISABLED)
        .refusals(mail, at(2, "10:02"), 24, Duration.ofMinutes(5), Refusal.DISABLED)
        .daily(search, 3, 3, "09:00", "11:00", 12, CHAT)
        .daily(mail, 3, 3, "09:00", "11:00", 12, CHAT)
        .records();
  }

  /** Three long answers that began before the ban come to their ends while all else is refused. */
  private static List<String> whileStreamsRun() {
    Caller search = Caller.service("search-api");
    Caller writer = Caller.service("report-writer");
    GatewayLog log = before("ban-while-streams-run", search);
    log.refusals(search, at(2, "10:00:30"), 20, Duration.ofSeconds(30), Refusal.DISABLED);
    for (int i = 0; i < 3; i++) {
      Use report = Use.of(9_000, 20_000 + 8_000 * i).streamed();
      log.answer(writer, at(2, "09:58").plusSeconds(10L * i), report);
    }
    return log.records();
  }

  private static List<String> quoted() {
    Caller help = Caller.service("help-desk");
    return before("ban-quoted-by-a-user", help)
        .refusals(help, at(2, "10:00:30"), 3, Duration.ofMinutes(4), Refusal.QUOTES_A_BAN)
        .daily(help, 2, 2, "10:15", "16:00", 12, CHAT)
        .records();
  }

  private static List<String> deactivated() {
    Caller search = Caller.openaiService("search-api");
    return before("openai-account-deactivated", search)
        .refusals(search, at(2, "10:00:30"), 12, Duration.ofMinutes(5), Refusal.DEACTIVATED)
        .records();
  }

  /** The vendor's key was rotated, and the gateway still sends the old one. */
  private static List<String> refusedCredentials() {
    Caller search = Caller.service("search-api");
    Caller mail = Caller.service("mail-sorter");
    return before("auth-failures", search, mail)
        .refusals(search, at(2, "10:00:30"), 60, Duration.ofSeconds(20), Refusal.INVALID_KEY)
        .refusals(mail, at(2, "10:00:45"), 20, Duration.ofMinutes(1), Refusal.INVALID_KEY)
        .daily(search, 2, 2, "10:21", "12:00", 12, CHAT)
        .daily(mail, 2, 2, "10:21", "12:00", 12, CHAT)
        .records();
  }

  /** Somebody tries a new deployment with a mistyped key, three times, while all else runs. */
  private static List<String> mistypedKey() {
    Caller search = Caller.service("search-api");
    Caller mail = Caller.service("mail-sorter");
    return before("mistyped-key", search, mail)
        .daily(search, 2, 2, "10:00", "12:00", 12, CHAT)
        .daily(mail, 2, 2, "10:00", "12:00", 12, CHAT)
        .refusals(search, at(2, "10:30"), 3, Duration.ofSeconds(40), Refusal.INVALID_KEY)
        .records();
  }

  /** Three hundred invented keys, which the gateway refuses without asking the vendor. */
  private static List<String> scan() {
    Caller search = Caller.service("search-api");
    GatewayLog log = before("gateway-refuses-scan", search);
    for (int i = 0; i < 300; i++) {
      Caller invented = Caller.service("invented-" + i).from("185.156.172.1");
      log.refuse(invented, at(2, "09:00").plusSeconds(2L * i), Refusal.UNKNOWN_KEY);
    }
    return log.records();
  }
}
