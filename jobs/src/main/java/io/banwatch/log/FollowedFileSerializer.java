package io.banwatch.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what is known of a file that is followed. */
final class FollowedFileSerializer {
  private FollowedFileSerializer() {}

  static void write(FollowedFile file, DataOutputView out) throws IOException {
    out.writeInt(file.number());
    out.writeUTF(file.source());
    out.writeUTF(file.fileKey());
    out.writeLong(file.bytes());
    out.writeInt(file.fingerprint().length());
    out.writeInt(file.fingerprint().hashes().size());
    for (long hash : file.fingerprint().hashes()) {
      out.writeLong(hash);
    }
    write(file.position(), out);
    out.writeBoolean(file.finished());
  }

  static FollowedFile read(DataInputView in) throws IOException {
    return new FollowedFile(
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        in.readLong(),
        readFingerprint(in),
        readPosition(in),
        in.readBoolean());
  }

  private static Fingerprint readFingerprint(DataInputView in) throws IOException {
    int length = in.readInt();
    int size = in.readInt();
    List<Long> hashes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      hashes.add(in.readLong());
    }
    return new Fingerprint(length, hashes);
  }

  static void write(ReadPosition position, DataOutputView out) throws IOException {
    out.writeLong(position.offset());
    out.writeInt(position.index());
    out.writeInt(position.emitted());
  }

  static ReadPosition readPosition(DataInputView in) throws IOException {
    return new ReadPosition(in.readLong(), in.readInt(), in.readInt());
  }
}
