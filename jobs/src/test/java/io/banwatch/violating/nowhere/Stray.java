package io.banwatch.violating.nowhere;

/** Breaks the rule that every package has its arrows. */
public interface Stray {}
