package io.banwatch.detect;

/** What one key or account sends, by measure and window. */
public class PaceState {}
