package io.banwatch.simulate.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {
  @Test
  void aliasesAndHashesAreUnique() {
    List<ApiKey> keys = World.of(1, 2_000).keys();
    assertThat(keys).extracting(ApiKey::alias).doesNotHaveDuplicates();
    assertThat(keys).extracting(ApiKey::hash).doesNotHaveDuplicates();
  }

  @Test
  void anAliasDependsOnTheIndexAlone() {
    assertThat(World.of(1, 400).keys().subList(0, 40))
        .extracting(ApiKey::alias)
        .isEqualTo(World.of(2, 40).keys().stream().map(ApiKey::alias).toList());
  }

  @Test
  void threeAccountsTakeTurns() {
    List<Account> accounts = World.of(1, 40).accounts();
    assertThat(accounts)
        .extracting(Account::vendor)
        .containsExactly(Vendor.ANTHROPIC, Vendor.OPENAI, Vendor.ANTHROPIC);
    assertThat(accounts).extracting(Account::organisation).doesNotHaveDuplicates();
    assertThat(World.of(1, 2_000).accounts()).hasSize(20);
  }

  @Test
  void sixOfTenKeysArePeoples() {
    List<ApiKey> keys = World.of(1, 100).keys();
    assertThat(keys).filteredOn(key -> key.kind() == KeyKind.PERSON).hasSize(60);
    assertThat(keys).filteredOn(key -> key.kind() == KeyKind.SERVICE).hasSize(30);
    assertThat(keys).filteredOn(key -> key.kind() == KeyKind.BATCH).hasSize(10);
  }

  @Test
  void clientsCallTheVendorTheySpeakWith() {
    for (ApiKey key : World.of(1, 100).keys()) {
      boolean openai = key.client().name().startsWith("OPENAI") || key.client() == Client.CODEX;
      boolean anthropic =
          key.client().name().startsWith("ANTHROPIC") || key.client() == Client.CLAUDE_CLI;
      assertThat(key.vendor() == Vendor.OPENAI ? anthropic : openai).as(key.alias()).isFalse();
    }
  }
}
