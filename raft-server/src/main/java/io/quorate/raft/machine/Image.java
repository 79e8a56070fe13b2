package io.quorate.raft.machine;

import io.quorate.raft.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    List<Map.Entry<String, String>> registers = new ArrayList<>();
    for (Map<String, String> shard : shards) {
      registers.addAll(shard.entrySet());
    }
    registers.sort(Map.Entry.comparingByKey());
    StateWriter out = new StateWriter().putInt(registers.size());
    registers.forEach(register -> out.putText(register.getKey()).putText(register.getValue()));
    sessions.save(out);
    byte[] state = new byte[out.written().remaining()];
    out.written().get(state);
    return Chunk.of(state);
  }
}
