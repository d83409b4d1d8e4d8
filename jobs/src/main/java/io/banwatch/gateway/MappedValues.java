package io.banwatch.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one record holds at a mapping's pointers. Names and keys come as {@link KeptText}; others,
 * such as numbers, times and the error's text, are not kept, and live only while the record is
 * read.
 */
final class MappedValues {
  /** Of longer texts only the beginning is read. */
  static final int LONGEST = 4096;

  private static final int MOST_NAMES = 1 << 14;
  private static final int MOST_KEYS = 1 << 13;
  private static final int[] NO_SLOTS = {};

  private final RepeatedText<KeptText> names = new RepeatedText<>(MOST_NAMES, KeptText::of);
  private final RepeatedText<KeptText> keys = new RepeatedText<>(MOST_KEYS, KeptText::ofKey);
  private final PointerTree tree = new PointerTree();
  private final Map<MappedField, int[]> slots = new EnumMap<>(MappedField.class);
  private final Map<MappedField, KeptText> constants = new EnumMap<>(MappedField.class);
  private final MappedField[] fields;
  private final KeptText[] kept;
  private final String[] texts;

  MappedValues(Mapping mapping) {
    List<MappedField> ofSlot = new ArrayList<>();
    mapping
        .rules()
        .forEach(
            (field, rule) -> {
              int[] places = new int[rule.pointers().size()];
              for (int i = 0; i < places.length; i++) {
                places[i] = ofSlot.size();
                tree.add(rule.pointers().get(i), places[i]);
                ofSlot.add(field);
              }
              slots.put(field, places);
              if (rule.constant() != null) {
                constants.put(field, KeptText.of(rule.constant(), true));
              }
            });
    fields = ofSlot.toArray(MappedField[]::new);
    kept = new KeptText[fields.length];
    texts = new String[fields.length];
  }

  /** Reads the object that the cursor entered, in place of the last one. */
  void read(JsonCursor json) throws IOException {
    Arrays.fill(kept, null);
    Arrays.fill(texts, null);
    tree.readObject(json, this::take);
  }

  private void take(int slot, JsonCursor json) throws IOException {
    MappedField field = fields[slot];
    if (!field.isKept()) {
      String text = json.passingText(LONGEST);
      if (texts[slot] == null && text != null && !text.isBlank() && !text.equals("-")) {
        texts[slot] = text.strip();
      }
      return;
    }
    KeptText name = json.text(field == MappedField.KEY ? keys : names);
    if (kept[slot] == null && name != null && name.value() != null) {
      kept[slot] = name;
    }
  }

  /** The field's text, cleaned, or its constant; null for none. */
  KeptText name(MappedField field) {
    for (int slot : slots.getOrDefault(field, NO_SLOTS)) {
      if (kept[slot] != null) {
        return kept[slot];
      }
    }
    return constants.get(field);
  }

  /** The field's text as it stands, not to be kept; null for none. */
  String text(MappedField field) {
    for (int slot : slots.getOrDefault(field, NO_SLOTS)) {
      if (texts[slot] != null) {
        return texts[slot];
      }
    }
    KeptText constant = constants.get(field);
    return constant == null ? null : constant.value();
  }
}
