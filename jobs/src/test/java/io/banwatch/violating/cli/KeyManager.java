package io.banwatch.violating.cli;

/** Breaks the rule that a name says what a class is. */
public interface KeyManager {}
