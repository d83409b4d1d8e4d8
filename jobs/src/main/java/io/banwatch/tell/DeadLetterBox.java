package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.Alert;
import io.banwatch.policy.FileKeeping;
import io.banwatch.policy.PolicyReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The dead letters of a service's directory, whether it runs or not: those written down, in all
 * files that are kept, less those that someone asked to tell again.
 */
public final class DeadLetterBox {
  private final Path directory;
  private final InstantSource clock;
  private int unreadable;

  /**
   * @param directory the service's
   */
  public DeadLetterBox(Path directory) {
    this(directory, Clock.systemUTC());
  }

  DeadLetterBox(Path directory, InstantSource clock) {
    this.directory = directory.toAbsolutePath();
    this.clock = clock;
  }

  /**
   * The letters, oldest first. A crash may have written one twice; it is told of once.
   *
   * @throws IOException when the files cannot be read
   */
  public Collection<DeadLetter> letters() throws IOException {
    Map<String, DeadLetter> waiting = new LinkedHashMap<>();
    unreadable = 0;
    for (DeadLetter letter : read(DeadLetters.FILE)) {
      waiting.merge(name(letter), letter, (one, other) -> one.at() >= other.at() ? one : other);
    }
    for (DeadLetter again : read(Redelivery.FILE)) {
      waiting.computeIfPresent(
          name(again), (name, letter) -> letter.at() > again.at() ? letter : null);
    }
    return waiting.values();
  }

  private static String name(DeadLetter letter) {
    return letter.receiver() + '\n' + letter.id() + '\n' + letter.sequence();
  }

  /** How many lines the last look could not read. */
  public int unreadable() {
    return unreadable;
  }

  /**
   * Asks to tell all letters again, each as its alert stands now: where the alert log says more of
   * it meanwhile, that is told. A service that runs does so at once, another when it starts.
   *
   * @return how many letters
   * @throws IOException when a file cannot be read or written
   */
  public int redeliver() throws IOException {
    Collection<DeadLetter> again = letters();
    if (again.isEmpty()) {
      return 0;
    }
    FileKeeping keeping = PolicyReader.builtIn().alertLog();
    Path file = directory.resolve(Redelivery.FILE);
    try (RotatedFile lines = RotatedFile.openToAppend(file, keeping, clock)) {
      for (DeadLetter letter : newestFirst(again)) {
        lines.append(DeadLetters.write(letter));
      }
      lines.sync();
    }
    return again.size();
  }

  /** Of what is told first of an alert the rest is known already. */
  private List<DeadLetter> newestFirst(Collection<DeadLetter> letters) throws IOException {
    Map<String, Alert> newest =
        NewestLines.of(
            directory.resolve(NotifySettings.ALERT_LOG),
            letters.stream().map(DeadLetter::id).collect(Collectors.toSet()));
    List<DeadLetter> ordered = new ArrayList<>(letters);
    for (DeadLetter letter : letters) {
      Alert alert = newest.get(letter.id());
      if (alert != null && alert.sequence() > letter.sequence()) {
        ordered.add(letter.with(alert));
      }
    }
    ordered.sort(Comparator.comparingInt(DeadLetter::sequence).reversed());
    return ordered;
  }

  private List<DeadLetter> read(String name) throws IOException {
    List<DeadLetter> read = new ArrayList<>();
    for (Path file : RotatedFile.all(directory.resolve(name))) {
      try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line, read);
        }
      } catch (NoSuchFileException e) {
        // Closed or removed since it was listed; what it held is seen at the next look.
      }
    }
    return read;
  }

  private void take(String line, List<DeadLetter> into) {
    try {
      into.add(DeadLetters.read(line.getBytes(UTF_8)));
    } catch (IOException e) {
      unreadable++;
    }
  }
}
