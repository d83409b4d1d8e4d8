package io.banwatch.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An HTTP request with the method POST.
 *
 * @param id the same for every try
 * @param headers more headers, by name in lower case; without line breaks
 * @param contentType the header of that name
 * @param body the whole body; every character has its place in UTF-8
 */
public record Message(String id, Map<String, String> headers, String contentType, String body)
    implements Outgoing {
  static final String JSON = "application/json";

  /** Copies the map. */
  public Message {
    headers = Map.copyOf(headers);
  }

  /** The body as sent, in UTF-8. Signatures are over these bytes. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Its id and size: the body may hold a routing key. */
  @Override
  public String toString() {
    return "message " + id + " of " + body.length() + " characters";
  }
}
