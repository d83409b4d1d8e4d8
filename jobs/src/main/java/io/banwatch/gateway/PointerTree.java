package io.banwatch.gateway;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * JSON pointers (RFC 6901) that are resolved while a record streams by. A name of one star stands
 * for any name, the first value counts. Not thread-safe.
 */
final class PointerTree {
  private static final String ANY = "*";

  /** Takes the value at a pointer: reads it or skips it. Asked once for each slot. */
  @FunctionalInterface
  interface Taker {
    void take(int slot, JsonCursor json) throws IOException;
  }

  private final Map<String, PointerTree> children = new HashMap<>();
  private int[] slots = {};

  /** From now on the value at the pointer goes into this slot too. */
  void add(String pointer, int slot) {
    PointerTree node = this;
    for (String name : pointer.substring(1).split("/", -1)) {
      String plain = name.replace("~1", "/").replace("~0", "~");
      node = node.children.computeIfAbsent(plain, any -> new PointerTree());
    }
    node.slots = Arrays.copyOf(node.slots, node.slots.length + 1);
    node.slots[node.slots.length - 1] = slot;
  }

  /** Reads the object that the cursor entered, to its end. */
  void readObject(JsonCursor json, Taker taker) throws IOException {
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      readValue(child(name), json, taker);
    }
  }

  private void readArray(JsonCursor json, Taker taker) throws IOException {
    for (int index = 0; json.nextElement(); index++) {
      readValue(child(Integer.toString(index)), json, taker);
    }
  }

  private PointerTree child(String name) {
    PointerTree child = children.get(name);
    return child == null ? children.get(ANY) : child;
  }

  private static void readValue(PointerTree node, JsonCursor json, Taker taker) throws IOException {
    if (node == null) {
      json.skip();
    } else if (!node.children.isEmpty() && json.entersObject()) {
      node.readObject(json, taker);
    } else if (!node.children.isEmpty() && json.entersArray()) {
      node.readArray(json, taker);
    } else {
      for (int slot : node.slots) {
        taker.take(slot, json);
      }
      json.skip();
    }
  }
}
