package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.POTSDAM;
import static io.banwatch.detect.KeyInPlaces.home;
import static io.banwatch.detect.KeyInPlaces.overIpv6;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.place.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class PlacesStateTest {
  private static final List<KeySignal> SIGNALS =
      List.of(new NewCountry(), new NewNetwork(), new ImpossibleTravel(), new UnsupportedRegion());

  @Test
  void flinkKeepsItWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(PlacesState.class);
  }

  @Test
  void theGuardSeesKryo() {
    assertThatThrownBy(() -> PojoTestUtils.assertSerializedAsPojoWithoutKryo(WithKryo.class))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void anOrdinaryKeyTakesUnderSevenHundredBytes() throws IOException {
    PlacesState places = used(BERLIN, overIpv6(BERLIN), POTSDAM);

    assertThat(serialized(places).length).isEqualTo(577);
  }

  @Test
  void aKeyUsedEverywhereStaysSmall() throws IOException {
    Place[] everywhere = new Place[300];
    for (int i = 0; i < everywhere.length; i++) {
      String code = "" + (char) ('A' + i % 26) + (char) ('A' + i / 26);
      everywhere[i] =
          home(code, "A city of usual length", i % 90, i, 20, i, "A provider of usual length");
    }

    assertThat(serialized(used(everywhere)).length).isLessThan(4_000);
  }

  @Test
  void whatIsReadBackGoesOn() throws IOException {
    PlacesState places = used(BERLIN, POTSDAM);
    DataInputDeserializer in = new DataInputDeserializer(serialized(places));

    PlacesState readBack = serializer().deserialize(in);

    KeyInPlaces key = new KeyInPlaces(new ImpossibleTravel());
    key.state.places = readBack;
    assertThat(key.uses(POTSDAM, MONDAY)).isEmpty();
    assertThat(readBack.places.get(0).requests).isEqualTo(2);
    assertThat(readBack.places.get(1).is(BERLIN)).isTrue();
    assertThat(readBack.networks.get(0).name).isEqualTo("Telefonica Germany GmbH");
    assertThat(readBack.countries).hasSize(1);
  }

  private static PlacesState used(Place... places) {
    KeyState state = new KeyState();
    for (KeySignal signal : SIGNALS) {
      KeyInPlaces key = new KeyInPlaces(signal);
      key.state.places = state.places;
      for (Place place : places) {
        key.uses(place, MONDAY);
      }
    }
    return state.places;
  }

  private static byte[] serialized(PlacesState places) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    serializer().serialize(places, out);
    return out.getCopyOfBuffer();
  }

  private static TypeSerializer<PlacesState> serializer() {
    return TypeInformation.of(PlacesState.class).createSerializer(new SerializerConfigImpl());
  }

  /** What a state must not hold. */
  public static class WithKryo {
    public InetAddress address;
  }
}
