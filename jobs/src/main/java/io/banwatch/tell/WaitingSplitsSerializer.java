package io.banwatch.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the splits that no reader has. */
final class WaitingSplitsSerializer implements SimpleVersionedSerializer<List<AlertLogSplit>> {
  private static final int USUAL_BYTES = 128;

  private final AlertLogSplitSerializer splits = new AlertLogSplitSerializer();

  @Override
  public int getVersion() {
    return splits.getVersion();
  }

  @Override
  public byte[] serialize(List<AlertLogSplit> waiting) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    out.writeInt(waiting.size());
    for (AlertLogSplit each : waiting) {
      byte[] bytes = splits.serialize(each);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public List<AlertLogSplit> deserialize(int version, byte[] serialized) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    List<AlertLogSplit> waiting = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      waiting.add(splits.deserialize(version, bytes));
    }
    return waiting;
  }
}
