package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoedSecretsTest {
  private static final URI ADDRESS =
      URI.create("https://hooks.example.com/services/T0A1B2C3/s3cret-%C3%BC?token=abc12345678");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot POST /services/T0A1B2C3/s3cret-%C3%BC|Cannot POST …",
        "Cannot POST /services/T0A1B2C3/s3cret-ü!|Cannot POST …!",
        "no \\/services\\/T0A1B2C3\\/s3cret-%C3%BC|no \\/services\\/…\\/…",
        "unknown team T0A1B2C3 of services|unknown team … of services",
        "bad token abc12345678|bad token …",
        "Bearer of-letters-alone-and-long is not known|… is not known",
        "of-letters-alone-and-long is no Bearer token|… is no Bearer token",
        "no such route: webhook-3|no such route: webhook-3",
      })
  void whatAnAnswerQuotesOfTheRequestIsHiddenAndNothingElse(String answer, String shown) {
    List<String> headers = List.of("Bearer of-letters-alone-and-long");
    assertThat(EchoedSecrets.hide(answer, ADDRESS, headers)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"http://localhost", "http://localhost/", "http://localhost/ok"})
  void anAddressWithoutSecretsHidesNothing(URI address) {
    String answer = "/ok is ok? Not at http://localhost/ok";
    assertThat(EchoedSecrets.hide(answer, address, List.of("x", ""))).isEqualTo(answer);
  }
}
