package io.banwatch.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

/** Writes lines into checkpoints. */
final class InfluxLineSerializer extends AsyncSinkWriterStateSerializer<InfluxLine> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  protected void serializeRequestToStream(InfluxLine line, DataOutputStream out)
      throws IOException {
    byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
    out.writeBoolean(line.kept());
    out.writeInt(text.length);
    out.write(text);
  }

  @Override
  protected InfluxLine deserializeRequestFromStream(long size, DataInputStream in)
      throws IOException {
    boolean kept = in.readBoolean();
    byte[] text = new byte[in.readInt()];
    in.readFully(text);
    return new InfluxLine(new String(text, StandardCharsets.UTF_8), text.length, kept);
  }
}
