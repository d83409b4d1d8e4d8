package io.banwatch.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** A file of the file system. */
final class ChannelFile implements SegmentFile {
  private final Path path;
  private final FileChannel channel;
  private final Object identity;

  private ChannelFile(Path path, FileChannel channel, Object identity) {
    this.path = path;
    this.channel = channel;
    this.identity = identity;
  }

  /** See {@link SegmentFiles#open}; the entry in the directory is durable, too. */
  static ChannelFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.position(channel.size());
      forceDirectory(path.getParent());
      return new ChannelFile(path, channel, identity(path));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Makes the names in a directory durable, where the system can. */
  static void forceDirectory(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public boolean isInPlace() {
    try {
      return Objects.equals(identity, identity(path));
    } catch (IOException e) {
      return false;
    }
  }

  private static Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
