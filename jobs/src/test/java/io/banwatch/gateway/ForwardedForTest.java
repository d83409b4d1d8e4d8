package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddressString;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedForTest {
  private static final List<String> OWN = List.of("10.0.0.0/8", "192.0.2.1", "2001:db8:1::/48");

  private final ForwardedFor forwardedFor = new ForwardedFor(OWN, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          198.51.100.7                                     | 198.51.100.7
          198.51.100.7, 10.1.0.4                           | 198.51.100.7
          198.51.100.7,10.1.0.4 , 192.0.2.1                | 198.51.100.7
          203.0.113.66, 198.51.100.7, 10.1.0.4             | 198.51.100.7
          10.9.9.9, 198.51.100.7, 10.1.0.4                 | 198.51.100.7
          unknown, 198.51.100.7, 10.1.0.4                  | 198.51.100.7
          10.1.0.4                                         | 10.1.0.4
          10.1.0.5, 10.1.0.4                               | 10.1.0.5
          198.51.100.7, , 10.1.0.4,                        | 198.51.100.7
          198.51.100.7, -                                  | 198.51.100.7
          198.51.100.7:51234, 10.1.0.4:80                  | 198.51.100.7
          "198.51.100.7"                                   | 198.51.100.7
          [2001:db8::1]:443                                | 2001:db8::1
          [2001:db8::1]                                    | 2001:db8::1
          "[2001:db8::1]:443", 2001:db8:1:2::3             | 2001:db8::1
          2001:0DB8:0000:0000:0000:0000:0000:0001          | 2001:db8::1
          2001:db8::1%eth0                                 | 2001:db8::1
          ::ffff:198.51.100.7                              | 198.51.100.7
          ::ffff:c633:6407                                 | 198.51.100.7
          198.51.100.7, ::ffff:10.1.0.4                    | 198.51.100.7
          """)
  void theCallerIsTheLastForeignHop(String list, String expected) {
    assertThat(forwardedFor.caller(list)).isEqualTo(new ClientAddress(expected, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "198.51.100.7, unknown",
        "198.51.100.7, evil, 10.1.0.4",
        "198.51.100.256",
        "198.51.100",
        "198.51.100.7.1",
        "0198.51.100.7",
        "3325256711",
        "198.51.100.*",
        "198.51.100.1-7",
        "198.51.100.0/24",
        "0x7f.1",
        "0.0.0.0",
        "::",
        "2001:db8::1::2",
        "2001:db8::/32",
        "[2001:db8::1",
        "[2001:db8::1]:http",
        "198.51.100.7:port",
        "198.51.100.7:1234567",
        "_hidden",
        "localhost",
        "<script>",
        "1.2.3.4 5.6.7.8"
      })
  void whatIsNoAddressIsNotGuessed(String list) {
    assertThat(forwardedFor.caller(list)).isEqualTo(ClientAddress.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , ,", "-"})
  void nothingIsNoAddress(String list) {
    assertThat(forwardedFor.caller(list)).isEqualTo(ClientAddress.NONE);
  }

  @ParameterizedTest
  @CsvSource({"0, 10.1.0.4", "1, 198.51.100.7", "2, 203.0.113.66", "3, 203.0.113.66"})
  void hopsAreCountedFromTheRight(int hops, String expected) {
    ForwardedFor counted = new ForwardedFor(List.of(), hops);

    assertThat(counted.caller("203.0.113.66, 198.51.100.7, 10.1.0.4").text()).isEqualTo(expected);
  }

  @Test
  void aWrongBlockIsNamed() {
    assertThatThrownBy(() -> new ForwardedFor(List.of("10.0.0.0/8", "lb.internal"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trusted proxy 'lb.internal': expected an address or a CIDR block, for example"
                + " 203.0.113.0/24 or 2001:db8::/32");
  }

  @Property(tries = 500)
  void whatTheCallerClaimsNeverMatters(
      @ForAll String claimed,
      @ForAll("addresses") String caller,
      @ForAll @Size(max = 3) List<@IntRange(max = 255) Integer> proxies) {
    StringBuilder list = new StringBuilder(claimed).append(", ").append(caller);
    proxies.forEach(proxy -> list.append(", 10.0.0.").append(proxy));

    String expected = new IPAddressString(caller).getAddress().toCanonicalString();
    assertThat(forwardedFor.caller(list.toString()).text()).isEqualTo(expected);
  }

  @Property(tries = 1000)
  void noTextThrows(@ForAll String list) {
    ClientAddress address = forwardedFor.caller(list);

    assertThat(address.text() == null || new IPAddressString(address.text()).isValid()).isTrue();
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> four =
        Arbitraries.integers()
            .between(0, 255)
            .list()
            .ofSize(2)
            .map(b -> "203.0." + b.get(0) + "." + b.get(1));
    Arbitrary<String> six =
        Arbitraries.integers()
            .between(0, 0xFFFF)
            .list()
            .ofSize(4)
            .map(b -> String.format("2a02:cf40:%x:%x::%x:%x", b.toArray()));
    return Arbitraries.oneOf(four, six);
  }
}
