package io.quorate.raft.protocol;

import io.quorate.raft.Bytes;
import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import io.quorate.raft.CommandCodec;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Quorum;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Takes one whole frame apart field by field. Strict: wrong length, version or check sum, bytes too
 * few or too many, a text that is no UTF-8, a value out of range are all malformed.
 */
final class FrameDecoder {
  private final ByteBuffer in;
  private final int type;

  FrameDecoder(byte[] frame, int limit) {
    if (frame.length < Wire.ENVELOPE || frame.length > limit) {
      throw new MalformedFrameException("a frame of " + frame.length + " bytes");
    }
    in = ByteBuffer.wrap(frame);
    require(in.getInt() == frame.length - Integer.BYTES, "length");
    require(in.get() == Wire.VERSION, "version");
    CRC32C sum = new CRC32C();
    sum.update(frame, Integer.BYTES, frame.length - 2 * Integer.BYTES);
    require(in.getInt(frame.length - Integer.BYTES) == (int) sum.getValue(), "check sum");
    type = in.get();
    in.limit(frame.length - Integer.BYTES);
  }

  int type() {
    return type;
  }

  int u8() {
    need(1);
    return in.get() & 0xFF;
  }

  boolean bool() {
    int value = u8();
    require(value <= 1, "flag");
    return value == 1;
  }

  int u16() {
    need(2);
    return in.getShort() & 0xFFFF;
  }

  int i32() {
    need(4);
    return in.getInt();
  }

  long i64() {
    need(8);
    return in.getLong();
  }

  /** A number that counts terms, places or ids: never negative. */
  long count() {
    long value = i64();
    require(value >= 0, "negative number");
    return value;
  }

  /** The number of items that follow: at most {@code most}, each of {@code leastBytes} or more. */
  int items(int leastBytes, int most) {
    int items = i32();
    boolean fits = items <= most && (long) items * leastBytes <= in.remaining();
    require(items >= 0 && fits, "number of items");
    return items;
  }

  String text(int least, int most) {
    return strictly(from -> Bytes.text(from, least, most));
  }

  /** So many bytes. */
  byte[] bytes(int count) {
    need(count);
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  List<String> names() {
    return strictly(CommandCodec::names);
  }

  static Configuration configuration(
      List<String> voters, List<String> outgoing, List<String> learners) {
    try {
      return new Configuration(new Quorum(voters, outgoing), learners);
    } catch (IllegalArgumentException e) {
      throw new MalformedFrameException("wrong configuration");
    }
  }

  String name() {
    return text(1, Wire.NAME_LIMIT);
  }

  @Nullable String optionalName() {
    String name = text(0, Wire.NAME_LIMIT);
    return name.isEmpty() ? null : name;
  }

  String reason() {
    return text(0, Wire.REASON_LIMIT);
  }

  @Nullable String value() {
    return strictly(Bytes::value);
  }

  Command command() {
    return strictly(CommandCodec::decode);
  }

  LogEntry entry() {
    return strictly(LogEntry::read);
  }

  /** A number in four bytes that is not negative. */
  int size() {
    int size = i32();
    require(size >= 0, "size");
    return size;
  }

  Chunk chunk() {
    int length = size();
    need(length);
    byte[] bytes = new byte[length];
    in.get(bytes);
    return Chunk.handedOver(bytes);
  }

  /** Returns {@code message} if nothing is left over. */
  <T> T end(T message) {
    require(!in.hasRemaining(), "bytes left over");
    return message;
  }

  MalformedFrameException unknownType() {
    return new MalformedFrameException("type 0x" + Integer.toHexString(type & 0xFF));
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new MalformedFrameException("wrong " + what);
    }
  }

  /** What others read, too: here whatever is no such thing is a malformed frame. */
  private <T extends @Nullable Object> T strictly(Function<ByteBuffer, T> read) {
    try {
      return read.apply(in);
    } catch (BufferUnderflowException e) {
      throw new MalformedFrameException("wrong end of payload");
    } catch (IllegalArgumentException e) {
      throw new MalformedFrameException(String.valueOf(e.getMessage()));
    }
  }

  private void need(int bytes) {
    require(in.remaining() >= bytes, "end of payload");
  }
}
