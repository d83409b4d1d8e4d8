package io.banwatch.detect;

import io.banwatch.simulate.rates.ClientRates;
import io.banwatch.simulate.rates.ClientTokens;
import io.banwatch.simulate.rates.RatesFile;
import io.banwatch.simulate.rates.TokensFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the ServeGen rates that lie beside the tests. */
final class ServegenRates {
  static final List<String> GROUPS = List.of("m-large-odd", "m-small");

  private static final String FOLDER = "/io/banwatch/servegen/";

  private ServegenRates() {}

  /** The group's clients; one without token sizes borrows those of another, in turn. */
  static List<ServegenClient> read(String group) {
    try {
      List<ClientRates> rates = RatesFile.read(file(group + "-rates.csv.gz"));
      Map<String, ClientTokens> tokens = TokensFile.read(file(group + "-token-quantiles.json.gz"));
      List<ClientTokens> lenders =
          rates.stream().map(c -> tokens.get(c.client())).filter(t -> t != null).toList();
      List<ServegenClient> clients = new ArrayList<>();
      for (int i = 0; i < rates.size(); i++) {
        ClientTokens own = tokens.get(rates.get(i).client());
        clients.add(
            new ServegenClient(rates.get(i), own == null ? lenders.get(i % lenders.size()) : own));
      }
      return clients;
    } catch (IOException e) {
      throw new UncheckedIOException("rates of " + group, e);
    }
  }

  private static Path file(String name) {
    try {
      return Path.of(ServegenRates.class.getResource(FOLDER + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("resource " + name, e);
    }
  }
}
