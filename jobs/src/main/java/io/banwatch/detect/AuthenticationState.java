package io.banwatch.detect;

/** How one account's credentials are answered. */
public class AuthenticationState {}
