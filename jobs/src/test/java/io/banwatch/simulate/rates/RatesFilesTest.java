package io.banwatch.simulate.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesFilesTest {
  private static final String HEADER =
      "client,window_start_s,requests_per_s,iat_cv,distribution,shape,scale\n";
  private static final String TEN = "[1,2,3,4,5,6,7,8,9,1000]";

  @TempDir private Path directory;

  @Test
  void ratesAreReadGzippedOrNot() throws IOException {
    String csv = HEADER + "a,0,0.5,2,Gamma,1,1\na,1200,1.5,3,Gamma,1,1\nb,600,2,1,,,\n";
    Path plain = file("rates.csv", csv);
    Path gzipped = directory.resolve("rates.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      out.write(csv.getBytes(StandardCharsets.UTF_8));
    }
    List<ClientRates> clients = RatesFile.read(plain);
    assertThat(clients).extracting(ClientRates::client).containsExactly("a", "b");
    assertThat(clients.get(0).mean()).isEqualTo((0.5 + 1.5) / 2);
    assertThat(RatesFile.read(gzipped)).isEqualTo(clients);
  }

  @Test
  void wrongRatesNameFileLineAndColumn() throws IOException {
    refusesRates(
        "client,window_start_s,iat_cv\n", "line 1, column requests_per_s: expected a header");
    refusesRates("", "line 1, column client: expected a header");
    refusesRates(
        HEADER + "a,0,0.5,2,,,\na,600,fast,2,,,\n",
        "line 3, column requests_per_s: expected a number of 0 or more, found \"fast\"");
    refusesRates(HEADER + "a,0,-1,2,,,\n", "line 2, column requests_per_s: expected a number");
    refusesRates(HEADER + "a,0,NaN,2,,,\n", "line 2, column requests_per_s: expected a number");
    refusesRates(HEADER + "a,0\n", "line 2, column requests_per_s: expected a value");
    refusesRates(
        HEADER + "a,50,1,2,,,\n", "line 2, column window_start_s: expected a multiple of 600");
    refusesRates(
        HEADER + "a,0,1,2,,,\na,0,1,2,,,\n",
        "line 3, column window_start_s: expected each window of a client once");
    refusesRates(HEADER + "a,0,0,2,,,\n", "expected at least one client with a rate above 0");
  }

  @Test
  void tokensAreReadAndEmptyWindowsLeftOut() throws IOException {
    Path file =
        file(
            "tokens.json",
            "{\"a\":{\"0\":{},\"21600\":{\"input_tokens\":"
                + TEN
                + ",\"output_tokens\":"
                + TEN
                + "}},\"b\":{\"0\":{}}}");
    assertThat(TokensFile.read(file)).containsOnlyKeys("a");
    ClientTokens tokens = TokensFile.read(file).get("a");
    assertThat(tokens.at(0).input().at(0.5)).isCloseTo(5, within(1e-9));
    assertThat(tokens.at(999_999).output().at(1)).isCloseTo(1_000, within(1e-6));
  }

  @Test
  void wrongTokensNameFileLineAndColumn() throws IOException {
    refusesTokens("[]", "line 1, column 1: expected an object of clients");
    refusesTokens("{\"a\":{\n\"0\":[]}}", "line 2, column 5: expected an object of quantiles");
    refusesTokens("{\"a\":{\"x\":{}}}", "expected a window's start in seconds");
    refusesTokens("{\"a\":{\"0\":{\"input_tokens\":[1,2]}}}", "expected 10 numbers of 0 or more");
    refusesTokens(
        "{\"a\":{\"0\":{\"input_tokens\":[1,2,3,4,5,6,7,8,9,1]}}}",
        "expected 10 numbers of 0 or more");
    refusesTokens(
        "{\"a\":{\"0\":{\"input_tokens\":" + TEN + "}}}", "expected both input_tokens and");
    refusesTokens("{\"a\":{\"0\":{}}}", "expected at least one client with quantiles");
    refusesTokens("{\"a\":\n{", "line 2, column 2: not JSON");
  }

  @Test
  void aDamagedGzipIsAnError() throws IOException {
    assertThatThrownBy(() -> RatesFile.read(file("rates.csv.gz", HEADER)))
        .isInstanceOf(IOException.class);
  }

  private void refusesRates(String csv, String why) throws IOException {
    Path file = file("rates.csv", csv);
    assertThatThrownBy(() -> RatesFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ", ")
        .hasMessageContaining(why);
  }

  private void refusesTokens(String json, String why) throws IOException {
    Path file = file("tokens.json", json);
    assertThatThrownBy(() -> TokensFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ", ")
        .hasMessageContaining(why);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}
