package io.banwatch.tell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dead letters of a service's directory, whether it runs or not: those written down, less those
 * that someone asked to tell again.
 */
public final class DeadLetterBox {
  private final Path letters;
  private final Path redelivery;
  private int unreadable;

  /**
   * @param directory the service's
   */
  public DeadLetterBox(Path directory) {
    letters = directory.resolve(DeadLetters.FILE);
    redelivery = directory.resolve(Redelivery.FILE);
  }

  /**
   * The letters, oldest first. A crash may have written one twice; it is told of once.
   *
   * @throws IOException when the files cannot be read
   */
  public Collection<DeadLetter> letters() throws IOException {
    Map<String, DeadLetter> waiting = new LinkedHashMap<>();
    unreadable = 0;
    for (DeadLetter letter : read(letters)) {
      waiting.putIfAbsent(name(letter), letter);
    }
    read(redelivery).forEach(letter -> waiting.remove(name(letter)));
    return waiting.values();
  }

  private static String name(DeadLetter letter) {
    return String.join(
        "\n",
        letter.receiver(),
        letter.id(),
        Integer.toString(letter.sequence()),
        Long.toString(letter.at()));
  }

  /** How many lines the last look could not read. */
  public int unreadable() {
    return unreadable;
  }

  /**
   * Asks to tell all letters again. A service that runs does so at once, another when it starts.
   *
   * @return how many
   * @throws IOException when a file cannot be read or written
   */
  public int redeliver() throws IOException {
    Collection<DeadLetter> again = letters();
    if (again.isEmpty()) {
      return 0;
    }
    try (AppendedFile lines = AppendedFile.open(redelivery)) {
      for (DeadLetter letter : again) {
        lines.append(DeadLetters.write(letter));
      }
      lines.sync();
    }
    return again.size();
  }

  private List<DeadLetter> read(Path file) throws IOException {
    List<DeadLetter> read = new ArrayList<>();
    if (!Files.exists(file)) {
      return read;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      try {
        read.add(DeadLetters.read(line.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        unreadable++;
      }
    }
    return read;
  }
}
