package io.banwatch.tell;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes how far a log was told. */
final class AlertLogSplitSerializer implements SimpleVersionedSerializer<AlertLogSplit> {
  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 64;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(AlertLogSplit split) throws IOException {
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
  public AlertLogSplit deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the checkpoint holds how far alerts were told in version "
              + version
              + ", this program reads version "
              + VERSION
              + ": go on with the program that wrote it");
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    return new AlertLogSplit(
        in.readUTF(), in.readBoolean(), new LinePosition(in.readUTF(), in.readLong()));
  }
}
