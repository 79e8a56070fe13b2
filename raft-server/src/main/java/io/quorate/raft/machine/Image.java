package io.quorate.raft.machine;

import io.quorate.raft.Chunk;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the registers held at one moment; it may be read on any thread while they go on.
 *
 * <pre>
 * state = count:4, then by key: length:4 key length:4 value
 * </pre>
 */
public final class Image {
  private final List<Map<String, String>> shards;

  Image(List<Map<String, String>> shards) {
    this.shards = List.copyOf(shards);
  }

  /** The registers as bytes: equal registers, equal bytes. */
  public Chunk state() {
    Map<byte[], byte[]> texts = new TreeMap<>(Arrays::compareUnsigned);
    int size = Integer.BYTES;
    for (Map<String, String> shard : shards) {
      for (Map.Entry<String, String> register : shard.entrySet()) {
        byte[] key = register.getKey().getBytes(StandardCharsets.UTF_8);
        byte[] value = register.getValue().getBytes(StandardCharsets.UTF_8);
        texts.put(key, value);
        size = Math.addExact(size, 2 * Integer.BYTES + key.length + value.length);
      }
    }
    ByteBuffer out = ByteBuffer.allocate(size).putInt(texts.size());
    texts.forEach((key, value) -> out.putInt(key.length).put(key).putInt(value.length).put(value));
    return Chunk.of(out.array());
  }
}
