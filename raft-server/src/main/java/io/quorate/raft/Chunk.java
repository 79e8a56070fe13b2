package io.quorate.raft;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Bytes that never change and are equal when their content is. A part shares the bytes of what it
 * is a part of: a state of a million registers is not copied on its way.
 */
public final class Chunk {
  private final byte[] bytes;
  private final int from;
  private final int size;

  private Chunk(byte[] bytes, int from, int size) {
    this.bytes = bytes;
    this.from = from;
    this.size = size;
  }

  /** A chunk of these; a copy. */
  public static Chunk of(byte[] bytes) {
    return handedOver(bytes.clone());
  }

  /** A chunk of these themselves: nobody may change them from now on. */
  public static Chunk handedOver(byte[] bytes) {
    return new Chunk(bytes, 0, bytes.length);
  }

  /** In bytes. */
  public int size() {
    return size;
  }

  /** CRC32C of the bytes. */
  public int crc() {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, size);
    return (int) crc.getValue();
  }

  /** The part from {@code begin} on, of at most {@code most} bytes. */
  public Chunk part(int begin, int most) {
    if (begin < 0 || begin > size || most < 0) {
      throw new IndexOutOfBoundsException(begin + " and " + most + " of " + size);
    }
    return new Chunk(bytes, from + begin, Math.min(most, size - begin));
  }

  /** The bytes, to be read. */
  public ByteBuffer view() {
    return ByteBuffer.wrap(bytes, from, size).slice().asReadOnlyBuffer();
  }

  /** A copy. */
  public byte[] toArray() {
    byte[] copy = new byte[size];
    view().get(copy);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chunk chunk && view().equals(chunk.view());
  }

  @Override
  public int hashCode() {
    return view().hashCode();
  }

  @Override
  public String toString() {
    return size() + " bytes";
  }
}
