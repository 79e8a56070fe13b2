package io.quorate.raft.machine;

import io.quorate.raft.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a state machine held at one moment; it may be read on any thread while that goes on.
 *
 * <pre>
 * state = count:4, by key: length:4 key length:4 value
 *         count:4, by number: session as Sessions has it
 * </pre>
 */
public final class Image {
  private final List<Map<String, String>> shards;
  private final Sessions sessions;

  Image(List<Map<String, String>> shards, Sessions sessions) {
    this.shards = shards;
    this.sessions = sessions;
  }

  /** As bytes: equal states, equal bytes. */
  public Chunk state() {
    Map<byte[], byte[]> texts = new TreeMap<>(Arrays::compareUnsigned);
    for (Map<String, String> shard : shards) {
      shard.forEach((key, value) ->
          texts.put(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
    }
    StateWriter out = new StateWriter().putInt(texts.size());
    texts.forEach((key, value) -> out.putUtf8(key).putUtf8(value));
    sessions.save(out);
    byte[] state = new byte[out.written().remaining()];
    out.written().get(state);
    return Chunk.of(state);
  }
}
