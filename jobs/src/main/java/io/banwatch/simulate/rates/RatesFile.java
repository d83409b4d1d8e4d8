package io.banwatch.simulate.rates;

import io.banwatch.simulate.rates.ClientRates.Busy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads client rates: CSV with a header; columns beyond the four that are used are ignored. */
public final class RatesFile {
  private static final List<String> COLUMNS =
      List.of("client", "window_start_s", "requests_per_s", "iat_cv");

  private final Path file;
  private final int[] columns = new int[COLUMNS.size()];
  private final Map<String, ClientRates> clients = new LinkedHashMap<>();
  private int line = 1;

  private RatesFile(Path file) {
    this.file = file;
  }

  /**
   * The clients of a file, in the order of their first line.
   *
   * @param file CSV, gzipped when its name ends in {@code .gz}
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException with file, line and column when it is not what it should be
   */
  public static List<ClientRates> read(Path file) throws IOException {
    return new RatesFile(file).parse();
  }

  private List<ClientRates> parse() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.open(file), StandardCharsets.UTF_8))) {
      header(reader.readLine());
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank()) {
          row(text.split(",", -1));
        }
      }
    }
    clients.values().removeIf(client -> client.mean() == 0);
    if (clients.isEmpty()) {
      throw wrong("no column", "at least one client with a rate above 0", "none");
    }
    return List.copyOf(clients.values());
  }

  private void header(String text) {
    List<String> names = text == null ? List.of() : Arrays.asList(text.strip().split(",", -1));
    for (int i = 0; i < columns.length; i++) {
      columns[i] = names.indexOf(COLUMNS.get(i));
      if (columns[i] < 0) {
        throw wrong(
            "column " + COLUMNS.get(i), "a header with " + String.join(",", COLUMNS), "" + text);
      }
    }
  }

  private void row(String[] values) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= values.length) {
        throw wrong("column " + COLUMNS.get(i), "a value", "a line of " + values.length);
      }
      cells.add(values[columns[i]].strip());
    }
    double start = number(1, cells.get(1));
    if (start % ClientRates.WINDOW_SECONDS != 0) {
      throw wrong(
          "column window_start_s",
          "a multiple of " + ClientRates.WINDOW_SECONDS + " seconds",
          cells.get(1));
    }
    Busy busy = new Busy(number(2, cells.get(2)), number(3, cells.get(3)));
    ClientRates client =
        clients.computeIfAbsent(cells.get(0), name -> new ClientRates(name, new LinkedHashMap<>()));
    if (client.windows().put((long) start, busy) != null) {
      throw wrong("column window_start_s", "each window of a client once", cells.get(1));
    }
  }

  private double number(int column, String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong("column " + COLUMNS.get(column), "a number of 0 or more", text);
    }
    throw wrong("column " + COLUMNS.get(column), "a number of 0 or more", text);
  }

  private IllegalArgumentException wrong(String where, String expected, String found) {
    return new IllegalArgumentException(
        file
            + ", line "
            + line
            + ", "
            + where
            + ": expected "
            + expected
            + ", found "
            + Files.cut(found));
  }
}
