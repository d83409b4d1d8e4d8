package io.banwatch.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the ServeGen rates that lie beside the tests. */
final class ServegenRates {
  static final List<String> GROUPS = List.of("m-large-odd", "m-small");

  private static final String FOLDER = "/io/banwatch/servegen/";

  private ServegenRates() {}

  /** The group's clients; one without token quantiles borrows those of another, in turn. */
  static List<ServegenClient> read(String group) {
    Map<String, ServegenClient> clients = new LinkedHashMap<>();
    try (BufferedReader rates = reader(group + "-rates.csv.gz");
        BufferedReader tokens = reader(group + "-token-quantiles.json.gz")) {
      rates.lines().skip(1).forEach(line -> addWindow(clients, line.split(",", -1)));
      JsonNode quantiles = new ObjectMapper().readTree(tokens);
      for (ServegenClient client : clients.values()) {
        addQuantiles(client, quantiles.path(client.name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rates of " + group, e);
    }
    List<ServegenClient> all = new ArrayList<>(clients.values());
    List<ServegenClient> lenders = all.stream().filter(c -> !c.quantiles.isEmpty()).toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).quantiles.isEmpty()) {
        all.get(i).quantiles.putAll(lenders.get(i % lenders.size()).quantiles);
      }
    }
    return all;
  }

  private static void addWindow(Map<String, ServegenClient> clients, String[] row) {
    clients
        .computeIfAbsent(row[0], ServegenClient::new)
        .windows
        .add(
            new ServegenClient.Window(
                Integer.parseInt(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3])));
  }

  private static void addQuantiles(ServegenClient client, JsonNode windows) {
    for (Map.Entry<String, JsonNode> window : windows.properties()) {
      if (window.getValue().has("input_tokens")) {
        client.quantiles.put(
            Integer.valueOf(window.getKey()),
            new ServegenClient.Quantiles(
                numbers(window.getValue().get("input_tokens")),
                numbers(window.getValue().get("output_tokens"))));
      }
    }
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  private static BufferedReader reader(String file) throws IOException {
    InputStream resource = ServegenRates.class.getResourceAsStream(FOLDER + file);
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8));
  }
}
