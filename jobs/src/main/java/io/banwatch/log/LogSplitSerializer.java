package io.banwatch.log;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes a split's file and position. */
final class LogSplitSerializer implements SimpleVersionedSerializer<LogSplit> {
  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 128;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LogSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    LogFile file = split.file();
    out.writeUTF(file.source());
    out.writeBoolean(file.stream());
    out.writeInt(file.order());
    out.writeLong(file.firstMillis());
    out.writeLong(file.bytes());
    out.writeLong(split.position().offset());
    out.writeInt(split.position().index());
    out.writeInt(split.position().emitted());
    return out.getCopyOfBuffer();
  }

  /**
   * @throws IOException when another version wrote it
   */
  @Override
  public LogSplit deserialize(int version, byte[] serialized) throws IOException {
    requireVersion(version, VERSION, "usage log's position");
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    LogFile file =
        new LogFile(in.readUTF(), in.readBoolean(), in.readInt(), in.readLong(), in.readLong());
    return new LogSplit(file, new ReadPosition(in.readLong(), in.readInt(), in.readInt()));
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
