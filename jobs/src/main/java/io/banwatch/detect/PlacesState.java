package io.banwatch.detect;

/** Where one key was used. */
public class PlacesState {}
