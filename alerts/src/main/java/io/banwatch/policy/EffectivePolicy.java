package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banwatch.alert.Subject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A policy made from its checked, complete tree, and serialized as that tree's text. */
final class EffectivePolicy implements Policy {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  private static final List<String> SETTINGS = List.of("signals", "learning", "growth", "geo");
  private static final long MILLIS_PER_SECOND = 1_000;

  /** What changes no alert. */
  private static final List<String> NOT_HASHED = List.of("usageLog", "alertLog", "metricLog");

  /** Subjects fall into few groups; this only bounds what many odd overrides could make of them. */
  private static final int CACHE_LIMIT = 4_096;

  private final transient String text;
  private final transient String hash;
  private final transient ObjectNode base;
  private final transient List<SettingsOverride> overrides;
  private final transient Map<BitSet, Settings> cache = new ConcurrentHashMap<>();
  private final transient List<PlannedEvent> planned;
  private final transient List<AccountRule> accounts;
  private final transient List<DeclaredNetwork> networks;
  private final transient List<String> trustedProxies;
  private final transient int trustedHops;
  private final transient long disorderMillis;
  private final transient Telling telling;
  private final transient UsageLogLimits usageLog;
  private final transient FileKeeping alertLog;
  private final transient FileKeeping metricLog;

  private record SettingsOverride(Match match, ObjectNode settings) {}

  /** What travels: the effective policy as JSON, already checked and complete. */
  private record PolicyText(String json) implements Serializable {
    private Object readResolve() throws JsonProcessingException {
      return new EffectivePolicy((ObjectNode) MAPPER.readTree(json));
    }
  }

  /**
   * A policy from its tree.
   *
   * @param tree checked, complete and normalized; not changed afterwards
   */
  EffectivePolicy(ObjectNode tree) {
    text = PolicyTree.canonical(tree);
    hash = PolicyTree.hash(PolicyTree.canonical(TellingReader.without(tree).without(NOT_HASHED)));
    base = settings(tree);
    overrides = overrides(tree.get("overrides"));
    planned = planned(tree.get("planned"));
    accounts = list(tree.get("accounts"), AccountRule.class);
    networks = list(tree.get("networks"), DeclaredNetwork.class);
    trustedProxies = list(tree.at("/gateway/trustedProxies"), String.class);
    trustedHops = tree.at("/gateway/trustedHops").intValue();
    disorderMillis = tree.at("/time/disorderSeconds").longValue() * MILLIS_PER_SECOND;
    telling = TellingReader.read(tree);
    usageLog = MAPPER.convertValue(tree.get("usageLog"), UsageLogLimits.class);
    alertLog = MAPPER.convertValue(tree.get("alertLog"), FileKeeping.class);
    metricLog = MAPPER.convertValue(tree.get("metricLog"), FileKeeping.class);
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public Settings settingsFor(Subject subject) {
    BitSet matching = new BitSet(overrides.size());
    for (int i = 0; i < overrides.size(); i++) {
      matching.set(i, overrides.get(i).match().matches(subject));
    }
    Settings known = cache.get(matching);
    if (known != null) {
      return known;
    }
    if (cache.size() >= CACHE_LIMIT) {
      cache.clear();
    }
    return cache.computeIfAbsent(matching, this::merged);
  }

  @Override
  public PlannedEvent calmedBy(String signal, Subject subject, long at) {
    for (PlannedEvent event : planned) {
      if (event.fromMillis() <= at
          && at < event.untilMillis()
          && event.signals().contains(signal)
          && (subject.isFeed() || event.match().matches(subject))) {
        return event;
      }
    }
    return null;
  }

  @Override
  public List<AccountRule> accounts() {
    return accounts;
  }

  @Override
  public List<DeclaredNetwork> networks() {
    return networks;
  }

  @Override
  public List<String> trustedProxies() {
    return trustedProxies;
  }

  @Override
  public int trustedHops() {
    return trustedHops;
  }

  @Override
  public long disorderMillis() {
    return disorderMillis;
  }

  @Override
  public Telling telling() {
    return telling;
  }

  @Override
  public UsageLogLimits usageLog() {
    return usageLog;
  }

  @Override
  public FileKeeping alertLog() {
    return alertLog;
  }

  @Override
  public FileKeeping metricLog() {
    return metricLog;
  }

  private Object writeReplace() {
    return new PolicyText(text);
  }

  private Settings merged(BitSet matching) {
    ObjectNode settings = base;
    for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
      settings = PolicyTree.merged(settings, overrides.get(i).settings());
    }
    return MAPPER.convertValue(settings, Settings.class);
  }

  private static ObjectNode settings(JsonNode tree) {
    return tree.<ObjectNode>deepCopy().retain(SETTINGS);
  }

  private static List<SettingsOverride> overrides(JsonNode list) {
    List<SettingsOverride> overrides = new ArrayList<>();
    for (JsonNode override : list) {
      overrides.add(new SettingsOverride(match(override), settings(override)));
    }
    return overrides;
  }

  private static List<PlannedEvent> planned(JsonNode list) {
    List<PlannedEvent> events = new ArrayList<>();
    for (JsonNode event : list) {
      events.add(
          new PlannedEvent(
              event.get("name").asText(),
              list(event.get("signals"), String.class),
              match(event),
              PlannedTime.epochMillis(event.get("from").asText()),
              PlannedTime.epochMillis(event.get("until").asText())));
    }
    return events;
  }

  private static Match match(JsonNode entry) {
    return MAPPER.convertValue(entry.get("match"), Match.class);
  }

  private static <T> List<T> list(JsonNode list, Class<T> type) {
    JavaType lists = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
    List<T> values = MAPPER.convertValue(list, lists);
    return List.copyOf(values);
  }
}
