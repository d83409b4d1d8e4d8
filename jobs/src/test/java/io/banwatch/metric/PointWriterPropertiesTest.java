package io.banwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Whatever is written is read back, however it was written. */
class PointWriterPropertiesTest {
  @Property
  void everyNumberIsReadBackAsItWas(
      @ForAll @Size(min = 1, max = 40) List<Long> integers,
      @ForAll @Size(min = 1, max = 40) List<Double> numbers) {
    PointWriter writer = new PointWriter();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < Math.max(integers.size(), numbers.size()); i++) {
      long integer = integers.get(i % integers.size());
      double number = numbers.get(i % numbers.size());
      writer
          .begin(Measurement.KEY_USAGE, i * 10_000L)
          .with(FieldNames.REQUESTS, integer)
          .with(FieldNames.COST_USD, number)
          .end();
      points.add(
          new PointBuilder(Measurement.KEY_USAGE, i * 10_000L, List.of())
              .with(FieldNames.REQUESTS, integer)
              .with(FieldNames.COST_USD, number)
              .build());
    }

    assertThat(WrittenPoints.of(writer.take())).isEqualTo(points);
  }

  @Property
  void fieldsWrittenAtOnceAreTheSameAsFieldsWrittenOneByOne(
      @ForAll long integer, @ForAll double number) {
    PointWriter one = new PointWriter().begin(Measurement.KEY_USAGE, 0);
    one.with(FieldNames.REQUESTS, integer).with(FieldNames.COST_USD, number).end();
    PointWriter other = new PointWriter().begin(Measurement.KEY_USAGE, 0);
    other
        .with(
            Members.ofFields(
                List.of(
                    Field.of(FieldNames.REQUESTS, integer), Field.of(FieldNames.COST_USD, number))))
        .end();

    assertThat(other.take()).isEqualTo(one.take());
  }

  @Property
  void hostileTextsStayWithinTheirPlace(
      @ForAll @NotEmpty String tag, @ForAll @NotEmpty String text) {
    String shown = TagText.plain(tag);
    Members tags = Members.ofTags(List.of(new Tag(TagNames.COUNTRY, shown)));
    Field city = Field.of(FieldNames.CITY, TagText.plain(text));
    PointWriter writer = new PointWriter();
    writer.begin(Measurement.KEY_PLACE, 0, tags).with(Members.ofFields(List.of(city))).end();

    assertThat(WrittenPoints.of(writer.take()))
        .containsExactly(
            new Point(
                Measurement.KEY_PLACE,
                0,
                List.of(new Tag(TagNames.COUNTRY, shown)),
                List.of(city)));
  }
}
