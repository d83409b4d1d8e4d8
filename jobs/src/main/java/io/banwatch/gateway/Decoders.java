package io.banwatch.gateway;

import io.banwatch.text.NearestName;
import io.banwatch.vendor.VendorProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The formats that logs can have, and their decoders. A format of its own is a reader and a name
 * here; a log of any other shape takes a mapping, and one that comes with Banwatch is a file in
 * {@code mappings} and a name here.
 */
public final class Decoders {
  /** Recognised by each record. */
  public static final String AUTO = "auto";

  private static final String LITELLM = "litellm";
  private static final List<String> MAPPINGS = List.of("envoy-ai-gateway", "nginx");

  private Decoders() {}

  /** The formats that have a name. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(AUTO, LITELLM));
    names.addAll(MAPPINGS);
    return names;
  }

  /**
   * Settings for decoders of this format, checked. Reads the mapping's file, if there is one, so
   * that decoders can be made where it is not.
   *
   * @param format a format's name or the file of a mapping; null for {@link #AUTO}
   * @param trustedProxies see {@link DecoderSettings}
   * @param trustedHops see {@link DecoderSettings}
   * @throws MappingException when there is no such format, or its mapping is wrong
   * @throws IllegalArgumentException when a trusted proxy is no address
   */
  public static DecoderSettings settings(
      String format, List<String> trustedProxies, int trustedHops) {
    String name = format == null ? AUTO : format;
    boolean reader = name.equals(AUTO) || name.equals(LITELLM);
    String mapping = reader ? null : MAPPINGS.contains(name) ? builtIn(name) : ofFile(name);
    DecoderSettings settings =
        new DecoderSettings(name, mapping, List.copyOf(trustedProxies), trustedHops);
    decoder(settings);
    return settings;
  }

  /**
   * A decoder for one reading thread, which knows the vendors that come with Banwatch. Besides its
   * format it reads what {@link RecordWriter} wrote.
   *
   * @throws MappingException when the mapping is wrong
   * @throws IllegalArgumentException when a trusted proxy is no address
   */
  public static UsageDecoder decoder(DecoderSettings settings) {
    return decoder(settings, new ProfiledAnswers(VendorProfiles.builtIn()));
  }

  /**
   * As {@link #decoder(DecoderSettings)}, for what a stranger sends: texts in Banwatch's own form
   * are cleaned like any gateway's.
   */
  public static UsageDecoder decoderOfStrangers(DecoderSettings settings) {
    return decoder(settings, new ProfiledAnswers(VendorProfiles.builtIn()), false);
  }

  /** Whether a value of a log is a record in Banwatch's own form, see {@link RecordWriter}. */
  public static boolean isOwnForm(byte[] buffer, int offset, int length) {
    return RecordReader.isOwn(buffer, offset, length);
  }

  /** A decoder for one reading thread, which classifies answers in this way. */
  static UsageDecoder decoder(DecoderSettings settings, VendorAnswers answers) {
    return decoder(settings, answers, true);
  }

  private static UsageDecoder decoder(
      DecoderSettings settings, VendorAnswers answers, boolean asWritten) {
    return new JsonDecoder(new RecordReader(reader(settings, answers), asWritten));
  }

  private static ObjectReader reader(DecoderSettings settings, VendorAnswers answers) {
    ForwardedFor forwardedFor = new ForwardedFor(settings.trustedProxies(), settings.trustedHops());
    if (settings.mapping() == null) {
      return new LiteLlmReader(forwardedFor, answers);
    }
    Mapping mapping = MappingReader.read(settings.format(), settings.mapping());
    return new MappedReader(mapping, forwardedFor, answers);
  }

  private static String builtIn(String name) {
    try (InputStream in = Decoders.class.getResourceAsStream("mappings/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in mapping " + name, e);
    }
  }

  private static String ofFile(String name) {
    try {
      return Files.readString(Path.of(name));
    } catch (CharacterCodingException e) {
      throw new MappingException(name + ": is not UTF-8; save the mapping as UTF-8");
    } catch (NoSuchFileException | InvalidPathException e) {
      String nearest = NearestName.to(name, names());
      throw new MappingException(
          "no format or mapping file '"
              + name
              + "'"
              + (nearest == null ? "." : "; did you mean '" + nearest + "'?")
              + " Formats: "
              + String.join(", ", names())
              + ", or the path of a mapping file in YAML that can be read");
    } catch (IOException e) {
      throw new MappingException(
          name
              + ": cannot be read ("
              + e.getClass().getSimpleName()
              + "); name a mapping file in YAML that this user may read");
    }
  }
}
