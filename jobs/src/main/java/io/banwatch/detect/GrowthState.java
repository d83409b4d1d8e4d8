package io.banwatch.detect;

/** Which keys of one account rise, and the pace alerts that wait to see it. */
public class GrowthState {}
