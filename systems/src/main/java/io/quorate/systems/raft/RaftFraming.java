package io.quorate.systems.raft;

import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.Wire;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.Framing;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Frames by their length; what is in them is judged by who decodes them. */
final class RaftFraming implements Framing {
  private final String cluster;

  RaftFraming(String cluster) {
    this.cluster = cluster;
  }

  @Override
  public byte[] hello(ClientPlace place) {
    return HelloFrames.encode(Hello.client(cluster, place.group()));
  }

  @Override
  public byte @Nullable [] read(InputStream in) throws IOException {
    byte[] head = in.readNBytes(Integer.BYTES);
    if (head.length == 0) {
      return null;
    }
    long rest = head.length == Integer.BYTES ? ByteBuffer.wrap(head).getInt() & 0xFFFF_FFFFL : 0;
    if (rest < 1 || rest > Wire.CLIENT_FRAME_LIMIT - Integer.BYTES) {
      throw new IOException("no frame of the raft server: " + rest + " bytes");
    }
    byte[] frame = Arrays.copyOf(head, Integer.BYTES + (int) rest);
    if (in.readNBytes(frame, Integer.BYTES, (int) rest) < rest) {
      throw new EOFException("the stream ends within a frame");
    }
    return frame;
  }
}
