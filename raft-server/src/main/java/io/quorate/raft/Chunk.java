package io.quorate.raft;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes that never change and are equal when their content is. */
public final class Chunk {
  private final byte[] bytes;

  private Chunk(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A chunk of these; a copy. */
  public static Chunk of(byte[] bytes) {
    return new Chunk(bytes.clone());
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  /** CRC32C of the bytes. */
  public int crc() {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** The part from {@code from} on, of at most {@code most} bytes. */
  public Chunk part(int from, int most) {
    return new Chunk(Arrays.copyOfRange(bytes, from, from + Math.min(most, size() - from)));
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chunk chunk && Arrays.equals(bytes, chunk.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return size() + " bytes";
  }
}
