package io.banwatch.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Writes a split's files and their positions. Version 1 knew no files that are followed; it is read
 * as well.
 */
final class LogSplitSerializer implements SimpleVersionedSerializer<LogSplit> {
  private static final int VERSION = 2;
  private static final int WITHOUT_FOLLOWED = 1;
  private static final int USUAL_BYTES = 1024;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LogSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    out.writeUTF(split.splitId());
    out.writeInt(split.files().size());
    for (FilePosition each : split.files()) {
      writeFile(each.file(), out);
      FollowedFileSerializer.write(each.position(), out);
    }
    out.writeBoolean(split.begun());
    out.writeInt(split.followed().size());
    for (FollowedFile each : split.followed()) {
      FollowedFileSerializer.write(each, out);
    }
    return out.getCopyOfBuffer();
  }

  private static void writeFile(LogFile file, DataOutputSerializer out) throws IOException {
    out.writeUTF(file.source());
    out.writeBoolean(file.stream());
    out.writeInt(file.order());
    out.writeLong(file.firstMillis());
    out.writeLong(file.bytes());
  }

  /**
   * @throws IOException when a version wrote it that is not known
   */
  @Override
  public LogSplit deserialize(int version, byte[] serialized) throws IOException {
    if (version != WITHOUT_FOLLOWED) {
      requireVersion(version, VERSION, "usage log's position");
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    String splitId = in.readUTF();
    int size = in.readInt();
    List<FilePosition> files = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      LogFile file = readFile(in);
      files.add(new FilePosition(file, FollowedFileSerializer.readPosition(in)));
    }
    List<FollowedFile> followed = new ArrayList<>();
    boolean begun = version != WITHOUT_FOLLOWED && in.readBoolean();
    int followedFiles = version == WITHOUT_FOLLOWED ? 0 : in.readInt();
    for (int i = 0; i < followedFiles; i++) {
      followed.add(FollowedFileSerializer.read(in));
    }
    return new LogSplit(splitId, files, followed, begun);
  }

  private static LogFile readFile(DataInputDeserializer in) throws IOException {
    return new LogFile(in.readUTF(), in.readBoolean(), in.readInt(), in.readLong(), in.readLong());
  }

  static void requireVersion(int version, int known, String what) throws IOException {
    if (version != known) {
      throw new IOException(
          "the checkpoint holds the "
              + what
              + " in version "
              + version
              + ", this program reads version "
              + known
              + ": go on with the program that wrote it, or start without the checkpoint");
    }
  }
}
