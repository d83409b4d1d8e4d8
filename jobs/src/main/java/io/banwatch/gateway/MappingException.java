package io.banwatch.gateway;

/** A format or a mapping cannot be used. The message says where, what was expected, what to do. */
public final class MappingException extends RuntimeException {
  MappingException(String message) {
    super(message);
  }
}
