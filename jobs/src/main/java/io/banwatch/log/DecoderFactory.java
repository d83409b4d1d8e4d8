package io.banwatch.log;

import io.banwatch.gateway.UsageDecoder;
import java.io.Serializable;

/** Makes the decoders of a source: each decoding thread gets its own. Travels with the job. */
@FunctionalInterface
public interface DecoderFactory extends Serializable {
  /** A decoder that one thread may use. */
  UsageDecoder create();
}
