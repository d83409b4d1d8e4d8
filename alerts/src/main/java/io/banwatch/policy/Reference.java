package io.banwatch.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret stands, written {@code env:NAME} or {@code file:PATH}. Read anew each time it is
 * needed, and never kept.
 *
 * @param text as written in the policy
 */
public record Reference(String text) {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";
  private static final int LONGEST = 1 << 16;

  /** Takes the text as written. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Reference {
    if (!text.startsWith(ENVIRONMENT) && !text.startsWith(FILE)) {
      throw new IllegalArgumentException("a secret's place is written env:NAME or file:PATH");
    }
  }

  /**
   * The value that stands there, without blanks and line ends around it.
   *
   * @param environment the environment variables
   * @throws IOException when there is none; the message names the place and never the value
   */
  public String read(Map<String, String> environment) throws IOException {
    String value = text.startsWith(FILE) ? file() : variable(environment);
    String stripped = value.strip();
    if (stripped.isEmpty()) {
      throw new IOException(text + " is empty: put the secret there");
    }
    return stripped;
  }

  private String variable(Map<String, String> environment) throws IOException {
    String name = text.substring(ENVIRONMENT.length());
    String value = environment.get(name);
    if (value == null) {
      throw new IOException("the environment variable " + name + " is not set: set it");
    }
    return value;
  }

  private String file() throws IOException {
    String name = text.substring(FILE.length());
    try {
      byte[] bytes = beginning(Path.of(name));
      if (bytes.length > LONGEST) {
        throw new IOException(name + " is too large to be a secret: name another file");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(name + " is not UTF-8: write the secret as plain text", e);
    } catch (InvalidPathException e) {
      throw unreadable(name, e, "write the path of a file");
    }
  }

  /** The file's first bytes: one that says nothing of its size may have no end. */
  private static byte[] beginning(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LONGEST + 1);
    } catch (NoSuchFileException e) {
      throw unreadable(path.toString(), e, "create it");
    } catch (IOException e) {
      throw unreadable(path.toString(), e, "name a file that this user may read");
    }
  }

  private static IOException unreadable(String name, Exception why, String remedy) {
    String kind = why.getClass().getSimpleName();
    return new IOException(name + " cannot be read (" + kind + "): " + remedy, why);
  }

  @Override
  public String toString() {
    return text;
  }
}
