package io.banwatch.lines;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes how far a log was read. */
final class LineSplitSerializer implements SimpleVersionedSerializer<LineSplit> {
  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 64;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LineSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    out.writeUTF(split.splitId());
    out.writeBoolean(split.started());
    out.writeUTF(split.position().head());
    out.writeLong(split.position().offset());
    return out.getCopyOfBuffer();
  }

  /**
   * @throws IOException when another version wrote it
   */
  @Override
  public LineSplit deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the checkpoint holds how far a log was read in version "
              + version
              + ", this program reads version "
              + VERSION
              + ": go on with the program that wrote it");
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    return new LineSplit(
        in.readUTF(), in.readBoolean(), new LinePosition(in.readUTF(), in.readLong()));
  }
}
