package io.banwatch.simulate.story;

/** Whose traffic a story touches. */
public enum Reach {
  /** The key it is told of. */
  KEY,
  /** All keys of that key's account. */
  ACCOUNT,
  /** All keys. */
  EVERYONE
}
