package io.banwatch.alert;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/**
 * Writes as {@code \}{@code uXXXX} what {@link PlainText} would escape, so that a line of JSON does
 * no harm to a terminal and still reads back unchanged. Characters beyond U+FFFF come here as their
 * two surrogates, and so are escaped all alike.
 */
public final class AlertEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  private final int[] ascii = standardAsciiEscapesForJSON();

  /** The escapes of JSON, and DEL. */
  public AlertEscapes() {
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii.clone();
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    return PlainText.acts(character)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character))
        : null;
  }
}
