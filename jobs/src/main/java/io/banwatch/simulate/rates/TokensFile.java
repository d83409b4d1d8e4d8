package io.banwatch.simulate.rates;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.banwatch.simulate.rates.ClientTokens.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads client token sizes: a JSON object of clients, each an object of windows, each empty or with
 * the ten quantiles of {@code input_tokens} and {@code output_tokens}.
 */
public final class TokensFile {
  private final Path file;
  private final JsonParser parser;

  private TokensFile(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * The clients that have sizes, by name, in the file's order.
   *
   * @param file JSON, gzipped when its name ends in {@code .gz}
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException with file, line and column when it is not what it should be
   */
  public static Map<String, ClientTokens> read(Path file) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(Files.open(file))) {
      return new TokensFile(file, parser).clients();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": not JSON: "
              + e.getOriginalMessage(),
          e);
    }
  }

  private Map<String, ClientTokens> clients() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "an object of clients");
    Map<String, ClientTokens> clients = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      ClientTokens client = client();
      if (!client.windows().isEmpty()) {
        clients.put(name, client);
      }
    }
    if (clients.isEmpty()) {
      throw wrong("at least one client with quantiles");
    }
    return clients;
  }

  private ClientTokens client() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "an object of windows");
    TreeMap<Long, Sizes> windows = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      long start;
      try {
        start = Long.parseLong(parser.currentName());
      } catch (NumberFormatException e) {
        throw wrong("a window's start in seconds");
      }
      Map<String, Quantiles> sizes = sizes();
      Quantiles input = sizes.get("input_tokens");
      Quantiles output = sizes.get("output_tokens");
      if (input != null && output != null) {
        windows.put(start, new Sizes(input, output));
      } else if (!sizes.isEmpty()) {
        throw wrong("both input_tokens and output_tokens, or neither");
      }
    }
    return new ClientTokens(windows);
  }

  private Map<String, Quantiles> sizes() throws IOException {
    expect(parser.nextToken(), JsonToken.START_OBJECT, "an object of quantiles");
    Map<String, Quantiles> sizes = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      sizes.put(parser.currentName(), quantiles());
    }
    return sizes;
  }

  private Quantiles quantiles() throws IOException {
    String wanted = Quantiles.LEVELS.size() + " numbers of 0 or more that do not fall";
    expect(parser.nextToken(), JsonToken.START_ARRAY, wanted);
    List<Double> values = new ArrayList<>();
    double last = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null
          || !parser.currentToken().isNumeric()
          || parser.getDoubleValue() < last) {
        throw wrong(wanted);
      }
      last = parser.getDoubleValue();
      values.add(last);
    }
    if (values.size() != Quantiles.LEVELS.size()) {
      throw wrong(wanted);
    }
    return new Quantiles(List.copyOf(values));
  }

  private void expect(JsonToken found, JsonToken wanted, String description) {
    if (found != wanted) {
      throw wrong(description);
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        file
            + ", line "
            + parser.currentTokenLocation().getLineNr()
            + ", column "
            + parser.currentTokenLocation().getColumnNr()
            + ": expected "
            + expected);
  }
}
