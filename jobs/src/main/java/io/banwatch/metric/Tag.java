package io.banwatch.metric;

/**
 * One of the names that tell a point's series from the others.
 *
 * @param name one of {@link TagNames}
 * @param value what {@link TagText} made of it; never empty
 */
public record Tag(String name, String value) {}
