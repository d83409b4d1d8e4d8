package io.banwatch.detect;

/** Whose subscription tokens one key carried. */
public class SubscriptionState {}
