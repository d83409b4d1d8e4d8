package io.banwatch.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes what the enumerator knows, each split in its own serializer's version. */
final class LogEnumeratorStateSerializer implements SimpleVersionedSerializer<LogEnumeratorState> {
  private static final int VERSION = 1;
  private static final int USUAL_BYTES = 1024;

  private final LogSplitSerializer splits = new LogSplitSerializer();

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LogEnumeratorState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    out.writeBoolean(state.discovered());
    out.writeInt(splits.getVersion());
    out.writeInt(state.unassigned().size());
    for (LogSplit split : state.unassigned()) {
      byte[] bytes = splits.serialize(split);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * @throws IOException when another version wrote it
   */
  @Override
  public LogEnumeratorState deserialize(int version, byte[] serialized) throws IOException {
    LogSplitSerializer.requireVersion(version, VERSION, "list of the usage log's files");
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    boolean discovered = in.readBoolean();
    int splitVersion = in.readInt();
    int size = in.readInt();
    List<LogSplit> unassigned = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      unassigned.add(splits.deserialize(splitVersion, bytes));
    }
    return new LogEnumeratorState(discovered, unassigned);
  }
}
