package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.lines.DamagedArchiveException;
import io.banwatch.lines.RotatedNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What an alert log says last of some alerts, in all of its files. */
final class NewestLines {
  private NewestLines() {}

  /**
   * Reads the log.
   *
   * @param open the file that grows
   * @param ids of the alerts
   * @return by id; without those of which the log holds nothing any more
   */
  static Map<String, Alert> of(Path open, Set<String> ids) throws IOException {
    Map<String, Alert> newest = new HashMap<>();
    for (Path file : RotatedFile.all(open)) {
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream(file), UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line, ids, newest);
        }
      } catch (NoSuchFileException e) {
        // Compressed or removed by its writer this moment; what it held stands in the next.
      } catch (IOException e) {
        throw DamagedArchiveException.of(file, e);
      }
    }
    return newest;
  }

  private static InputStream stream(Path file) throws IOException {
    InputStream stream = Files.newInputStream(file);
    return file.toString().endsWith(RotatedNames.GZIPPED) ? new GZIPInputStream(stream) : stream;
  }

  private static void take(String line, Set<String> ids, Map<String, Alert> newest) {
    try {
      Alert alert = AlertJson.read(line.getBytes(UTF_8));
      Alert known = newest.get(alert.id());
      if (ids.contains(alert.id()) && (known == null || known.sequence() < alert.sequence())) {
        newest.put(alert.id(), alert);
      }
    } catch (IOException e) {
      // Whoever reads the log to tell it has said so.
    }
  }
}
