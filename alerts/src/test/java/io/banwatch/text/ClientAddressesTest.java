package io.banwatch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressesTest {
  @Test
  void anAddressIsCutToItsNetwork() {
    masks("203.0.113.7", "203.0.113.0/24");
    masks("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48");
    masks("2001:DB8:1:2::", "2001:db8:1::/48");
    masks("::ffff:203.0.113.7", "::ffff:203.0.113.0/24");
    masks("64:ff9b::203.0.113.7", "64:ff9b::/48.0.113.0/24");
    masks("::ffff:cb00:7107", "203.0.113.0/24");
  }

  @Test
  void whateverStandsAroundIt() {
    masks("from 203.0.113.7, twice", "from 203.0.113.0/24, twice");
    masks("203.0.113.7.", "203.0.113.0/24.");
    masks("203.0.113.7:443", "203.0.113.0/24:443");
    masks("x203.0.113.7x", "x203.0.113.0/24x");
    masks("host.203.0.113.7.example", "host.203.0.113.0/24.example");
    masks("[2001:db8:1:2::7]:443", "[2001:db8:1::/48]:443");
    masks("2001:db8:1:2:3:4:5:6client", "2001:db8:1::/48lient");
    masks("face2001:db8:1:2::7face", "face2001:db8:1::/48e");
    masks("1:2:3:4:5:6:7::1:2:3:4", "withheld");
    masks("ip:2001:db8:1:2::7", "ip:2001:db8:1::/48");
    masks("at 2001:db8:1:2::7: twice", "at 2001:db8:1::/48: twice");
    masks("2001:db8:1:2::7.", "2001:db8:1::/48.");
    masks("2001:db8:1:2::7%eth0", "2001:db8:1::/48%eth0");
    masks("203.0.113.7,198.51.100.9", "203.0.113.0/24,198.51.100.0/24");
  }

  @Test
  void aBlockIsWidenedWhenItIsNarrowerThanANetwork() {
    masks("203.0.113.7/32", "203.0.113.0/24");
    masks("203.0.113.128/25", "203.0.113.0/24");
    masks("2001:db8:1:2::/64", "2001:db8:1::/48");
    stays("203.0.113.0/24");
    stays("10.0.0.0/8");
    stays("2001:db8:1::/48");
    stays("2001:db8::/32");
  }

  @Test
  void ofAnAddressWithAWidePrefixOnlyTheNetworkStays() {
    masks("203.0.113.77/24", "203.0.113.0/24");
    masks("203.0.113.77/16", "203.0.0.0/16");
    masks("at 10.1.2.3/8.", "at 10.0.0.0/8.");
    masks("203.0.113.77/0", "0.0.0.0/0");
    masks("003.0.113.77/16", "003.0.113.0/24");
    masks("203.0.113.77/99", "203.0.113.0/24");
    masks("2001:db8:1:2::7/48", "2001:db8:1::/48");
    masks("2001:db8:1:2::7/32", "2001:db8::/32");
  }

  @Test
  void whatIsNoAddressStays() {
    stays("");
    stays("2026-11-03T14:10:00.000Z");
    stays("14:10:00");
    stays("request-surge: 1,234.567");
    stays("claude-cli/1.0.119");
    stays("LWP::UserAgent");
    stays("::");
    stays("300.0.113.7");
    stays("1.2.3.4.5");
    stays("00:1b:44:11:3a:b7");
  }

  @Test
  void longRunsOfSeparatorsAreLeftAlone() {
    stays(":".repeat(1_000));
    stays(".".repeat(1_000));
    stays("1:".repeat(7));
  }

  private static void masks(String text, String masked) {
    assertThat(ClientAddresses.masked(text)).isEqualTo(masked);
    assertThat(ClientAddresses.masked(masked)).as("masked twice").isEqualTo(masked);
  }

  private static void stays(String text) {
    masks(text, text);
  }
}
