package io.banwatch.measure;

import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Members;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import io.banwatch.place.Place;
import io.banwatch.text.TextHash;
import java.util.ArrayList;
import java.util.List;

/**
 * An address and what is written of the place where it is.
 *
 * @param address the address
 * @param place where it is
 * @param country as it stands in tags
 * @param network as it stands in tags
 * @param countryHash tells countries apart; 0 when it is not known
 * @param tags country and network
 * @param fields all but the number of requests
 */
record PlacedAddress(
    String address,
    Place place,
    String country,
    String network,
    long countryHash,
    Members tags,
    Members fields) {

  static PlacedAddress of(String address, Place place) {
    String country = place.country() == null ? TagNames.UNKNOWN : TagText.plain(place.country());
    String network = network(place);
    return new PlacedAddress(
        address,
        place,
        country,
        network,
        place.country() == null ? 0 : TextHash.of(place.country()),
        tags(country, network),
        Members.ofFields(fields(address, place)));
  }

  /** The tags of a country and a network. */
  static Members tags(String country, String network) {
    return Members.ofTags(
        List.of(new Tag(TagNames.COUNTRY, country), new Tag(TagNames.NETWORK, network)));
  }

  private static String network(Place place) {
    if (place.network() == 0) {
      return TagNames.UNKNOWN;
    }
    String name = place.networkName() == null ? "" : " " + place.networkName();
    return TagText.plain("AS" + place.network() + name);
  }

  private static List<Field> fields(String address, Place place) {
    List<Field> fields = new ArrayList<>();
    if (place.located()) {
      fields.add(Field.of(FieldNames.LATITUDE, place.latitude()));
      fields.add(Field.of(FieldNames.LONGITUDE, place.longitude()));
      fields.add(Field.of(FieldNames.RADIUS_KM, place.radiusKm()));
    }
    text(FieldNames.CITY, place.city(), fields);
    text(FieldNames.NETWORK_KIND, place.kind().word(), fields);
    text(FieldNames.ADDRESS, address, fields);
    return fields;
  }

  private static void text(String name, String text, List<Field> fields) {
    if (text != null && !text.isEmpty()) {
      fields.add(Field.of(name, TagText.plain(text)));
    }
  }
}
