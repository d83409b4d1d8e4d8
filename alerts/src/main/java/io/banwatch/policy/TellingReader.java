package io.banwatch.policy;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The part of a policy's tree that says how alerts are told. */
final class TellingReader {
  /** The fields that have no part in what is found. */
  static final List<String> FIELDS =
      List.of("receivers", "receiversFrom", "silences", "links", "alertmanager");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  private TellingReader() {}

  /** The policy's tree without these fields. */
  static ObjectNode without(ObjectNode tree) {
    return tree.deepCopy().without(FIELDS);
  }

  /** Binds the fields of a checked, complete tree. */
  static Telling read(JsonNode tree) {
    return new Telling(
        list(tree.get("receivers"), Receiver.class),
        silences(tree.get("silences")),
        tree.at("/links/dashboard").asText(),
        TimeUnit.MINUTES.toMillis(tree.at("/alertmanager/resendMinutes").longValue()),
        TimeUnit.HOURS.toMillis(tree.at("/alertmanager/firingHours").longValue()));
  }

  private static List<Silence> silences(JsonNode list) {
    List<Silence> silences = new ArrayList<>();
    for (JsonNode silence : list) {
      silences.add(
          new Silence(
              silence.get("why").asText(),
              silence.has("signals") ? list(silence.get("signals"), String.class) : List.of(),
              MAPPER.convertValue(silence.get("match"), Match.class),
              PlannedTime.epochMillis(silence.get("from").asText()),
              PlannedTime.epochMillis(silence.get("until").asText())));
    }
    return silences;
  }

  private static <T> List<T> list(JsonNode list, Class<T> type) {
    JavaType lists = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
    return MAPPER.convertValue(list, lists);
  }
}
