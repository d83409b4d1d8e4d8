package io.banwatch.vendor;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one profile file and checks every value in it. */
final class ProfileReader {
  private static final Set<String> PROFILE =
      ordered(
          "vendor",
          "name",
          "appeal",
          "regions",
          "subscription",
          "personalClients",
          "refusals",
          "answers");
  private static final Set<String> APPEAL = ordered("advice", "source", "date");
  private static final Set<String> REGION = ordered("unsupported", "source", "date");
  private static final Set<String> SUBSCRIPTION = ordered("clients", "people");
  private static final Set<String> CLIENT = ordered("prefix", "source", "date");
  private static final Set<String> PERSON = ordered("pattern", "source", "date");
  private static final Set<String> PERSONAL = ordered("words", "source", "date");
  private static final Set<String> REFUSAL = ordered("stopReason", "source", "date");
  private static final Set<String> ANSWER =
      ordered("answer", "text", "position", "code", "status", "source", "date");
  private static final Set<String> POSITIONS = ordered("opening", "anywhere");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])(-\\d{2})?");

  private ProfileReader() {}

  /**
   * Reads a profile; {@code vendor} is null when the file is about no vendor.
   *
   * @param file names it in messages
   * @throws InvalidProfileException naming line and field of what is wrong
   */
  static ProfileFacts read(String file, Reader reader) {
    ProfileNode root = ProfileNode.read(file, reader);
    Map<String, ProfileNode> fields = root.fields(PROFILE);
    String vendor = fields.containsKey("vendor") ? fields.get("vendor").text() : null;
    String name = fields.containsKey("name") ? fields.get("name").text() : vendor;
    return new ProfileFacts(
        vendor,
        name,
        regions(fields.get("regions")),
        subscription(fields.get("subscription")),
        appeal(fields.get("appeal")),
        personalClients(fields.get("personalClients")),
        refusals(fields.get("refusals")),
        answers(root.need(fields, "answers")));
  }

  private static Set<String> regions(ProfileNode regions) {
    Set<String> codes = new LinkedHashSet<>();
    for (ProfileNode entry : entries(regions)) {
      Map<String, ProfileNode> fields = sourced(entry, REGION);
      for (ProfileNode code : entry.need(fields, "unsupported").oneOrMore()) {
        if (!COUNTRIES.contains(code.text())) {
          throw code.problem(
              "'" + code.text() + "' is no ISO 3166 code of two capital letters, as CN or DE");
        }
        codes.add(code.text());
      }
    }
    return codes;
  }

  private static SubscriptionFacts subscription(ProfileNode subscription) {
    if (subscription == null) {
      return SubscriptionFacts.NONE;
    }
    Map<String, ProfileNode> fields = subscription.fields(SUBSCRIPTION);
    List<String> clients = new ArrayList<>();
    for (ProfileNode entry : entries(fields.get("clients"))) {
      clients.add(entry.need(sourced(entry, CLIENT), "prefix").text());
    }
    List<Pattern> people = new ArrayList<>();
    for (ProfileNode entry : entries(fields.get("people"))) {
      people.add(pattern(entry.need(sourced(entry, PERSON), "pattern")));
    }
    return new SubscriptionFacts(clients, people);
  }

  private static Pattern pattern(ProfileNode node) {
    try {
      Pattern pattern = Pattern.compile(node.text());
      if (pattern.matcher("").groupCount() != 1) {
        throw node.problem("exactly one group was expected, around the person");
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      throw node.problem("is no regular expression: " + e.getDescription());
    }
  }

  private static String appeal(ProfileNode appeal) {
    return appeal == null ? null : appeal.need(sourced(appeal, APPEAL), "advice").text();
  }

  private static List<String> personalClients(ProfileNode clients) {
    List<String> words = new ArrayList<>();
    for (ProfileNode entry : entries(clients)) {
      for (String word : texts(entry.need(sourced(entry, PERSONAL), "words"))) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static List<String> refusals(ProfileNode refusals) {
    List<String> stopReasons = new ArrayList<>();
    for (ProfileNode entry : entries(refusals)) {
      stopReasons.addAll(texts(entry.need(sourced(entry, REFUSAL), "stopReason")));
    }
    return stopReasons;
  }

  private static List<AnswerRule> answers(ProfileNode answers) {
    List<AnswerRule> rules = new ArrayList<>();
    for (ProfileNode entry : answers.entries()) {
      Map<String, ProfileNode> fields = sourced(entry, ANSWER);
      List<String> texts = texts(fields.get("text"));
      List<String> codes = texts(fields.get("code"));
      List<StatusRange> statuses = statuses(fields.get("status"));
      if (texts.isEmpty() && codes.isEmpty() && statuses.isEmpty()) {
        throw entry.problem("needs at least one of text, code, status, or it matches everything");
      }
      rules.add(
          new AnswerRule(
              answerClass(entry.need(fields, "answer")),
              texts,
              anywhere(fields.get("position")),
              codes,
              statuses,
              fields.get("source").text(),
              fields.get("date").text()));
    }
    return rules;
  }

  private static AnswerClass answerClass(ProfileNode node) {
    Set<String> words = new LinkedHashSet<>();
    for (AnswerClass answerClass : AnswerClass.values()) {
      if (answerClass.word().equals(node.text())) {
        return answerClass;
      }
      words.add(answerClass.word());
    }
    throw unknown(node, "answer class", words);
  }

  private static boolean anywhere(ProfileNode node) {
    if (node == null) {
      return false;
    }
    if (!POSITIONS.contains(node.text())) {
      throw unknown(node, "position", POSITIONS);
    }
    return node.text().equals("anywhere");
  }

  private static List<StatusRange> statuses(ProfileNode node) {
    List<StatusRange> statuses = new ArrayList<>();
    for (ProfileNode entry : node == null ? List.<ProfileNode>of() : node.oneOrMore()) {
      StatusRange range = StatusRange.parse(entry.text());
      if (range == null) {
        throw entry.problem("'" + entry.text() + "' is no HTTP status, as 403 or 4xx");
      }
      statuses.add(range);
    }
    return statuses;
  }

  private static Map<String, ProfileNode> sourced(ProfileNode entry, Set<String> valid) {
    Map<String, ProfileNode> fields = entry.fields(valid);
    entry.need(fields, "source").text();
    ProfileNode date = entry.need(fields, "date");
    if (!DATE.matcher(date.text()).matches()) {
      throw date.problem("'" + date.text() + "' is no date, as 2026-11 or 2026-11-21");
    }
    return fields;
  }

  private static List<ProfileNode> entries(ProfileNode list) {
    return list == null ? List.of() : list.entries();
  }

  private static List<String> texts(ProfileNode node) {
    return node == null ? List.of() : node.oneOrMore().stream().map(ProfileNode::text).toList();
  }

  private static InvalidProfileException unknown(ProfileNode node, String what, Set<String> valid) {
    String wrong = "'" + node.text() + "' is no " + what;
    return node.problem(wrong + ProfileNode.nearestOf(node.text(), valid));
  }

  private static Set<String> ordered(String... names) {
    Map<String, Boolean> ordered = new LinkedHashMap<>();
    for (String name : names) {
      ordered.put(name, true);
    }
    return ordered.keySet();
  }
}
