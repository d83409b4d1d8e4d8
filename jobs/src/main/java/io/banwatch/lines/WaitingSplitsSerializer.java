package io.banwatch.lines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the splits that no reader has. */
final class WaitingSplitsSerializer implements SimpleVersionedSerializer<List<LineSplit>> {
  private static final int USUAL_BYTES = 128;

  private final LineSplitSerializer splits = new LineSplitSerializer();

  @Override
  public int getVersion() {
    return splits.getVersion();
  }

  @Override
  public byte[] serialize(List<LineSplit> waiting) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    out.writeInt(waiting.size());
    for (LineSplit each : waiting) {
      byte[] bytes = splits.serialize(each);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public List<LineSplit> deserialize(int version, byte[] serialized) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    List<LineSplit> waiting = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      waiting.add(splits.deserialize(version, bytes));
    }
    return waiting;
  }
}
