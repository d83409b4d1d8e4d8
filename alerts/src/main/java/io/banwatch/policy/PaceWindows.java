package io.banwatch.policy;

/** One measure's three sliding windows, together since each sees what the others miss. */
public record PaceWindows(PaceWindow oneMinute, PaceWindow tenMinutes, PaceWindow sixtyMinutes) {}
