package io.banwatch.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes a split's files and their positions. */
final class LogSplitSerializer implements SimpleVersionedSerializer<LogSplit> {
  private static final int VERSION = 1;
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
      out.writeLong(each.position().offset());
      out.writeInt(each.position().index());
      out.writeInt(each.position().emitted());
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
   * @throws IOException when another version wrote it
   */
  @Override
  public LogSplit deserialize(int version, byte[] serialized) throws IOException {
    requireVersion(version, VERSION, "usage log's position");
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    String splitId = in.readUTF();
    int size = in.readInt();
    List<FilePosition> files = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      LogFile file = readFile(in);
      files.add(
          new FilePosition(file, new ReadPosition(in.readLong(), in.readInt(), in.readInt())));
    }
    return new LogSplit(splitId, files);
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
