package io.banwatch.log;

/** Values of one file, framed and not yet decoded. */
final class FramedBlock {
  private final LogFile file;
  private final Window window;
  private final Frames frames;

  FramedBlock(LogFile file, Window window, Frames frames) {
    this.file = file;
    this.window = window;
    this.frames = frames;
  }

  LogFile file() {
    return file;
  }

  Window window() {
    return window;
  }

  Frames frames() {
    return frames;
  }
}
