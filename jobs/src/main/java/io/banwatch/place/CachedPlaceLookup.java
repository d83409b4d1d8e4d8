package io.banwatch.place;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A geo database with the company's own networks before it, and a bounded cache before both. */
final class CachedPlaceLookup implements PlaceLookup {
  /** About 30 MB when full; a company's callers have far fewer addresses at a time. */
  private static final long MOST_ADDRESSES = 100_000;

  /** A power of two. */
  private static final int LATEST = 1 << 13;

  /** Stands for "no public address", since the cache holds no null; no place has a null kind. */
  private static final Place NOWHERE =
      new Place(null, null, Double.NaN, Double.NaN, 0, 0, null, null, false);

  private final Cache<String, Place> cache =
      Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();
  private final GeoDatabase database;
  private final DeclaredNetworks declared;
  private final Instant builtAt;

  /** Addresses seen last, each at the slot of its hash: spares the cache's bookkeeping. */
  private final AtomicReferenceArray<Found> latest = new AtomicReferenceArray<>(LATEST);

  /** An address and its place, or null when it has no public one. */
  private record Found(String address, Place place) {}

  CachedPlaceLookup(GeoDatabase database, DeclaredNetworks declared) {
    this.database = database;
    this.declared = declared;
    this.builtAt = database.builtAt();
  }

  @Override
  public Place find(String address) {
    int hash = address.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (LATEST - 1);
    Found found = latest.getPlain(slot);
    if (found == null || !found.address().equals(address)) {
      Place place = cache.get(address, this::look);
      found = new Found(address, place.equals(NOWHERE) ? null : place);
      latest.setPlain(slot, found);
    }
    return found.place();
  }

  private Place look(String text) {
    Optional<Address> address = Address.parse(text);
    if (address.isEmpty()) {
      return NOWHERE;
    }
    Place place = database.find(address.get());
    if (place == null) {
      return NOWHERE;
    }
    return declared.contains(address.get()) ? place.asDeclared() : place;
  }

  @Override
  public Instant builtAt() {
    return builtAt;
  }

  @Override
  public String source() {
    return database.source();
  }
}
