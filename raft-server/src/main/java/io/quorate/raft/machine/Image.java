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
  private static final int LEAST_ROOM = 256;

  private final List<Map<String, String>> shards;
  private final Sessions sessions;

  Image(List<Map<String, String>> shards, Sessions sessions) {
    this.shards = shards;
    this.sessions = sessions;
  }

  /** As bytes: equal states, equal bytes. Room is made once, for texts of one byte a char. */
  public Chunk state() {
    List<Map.Entry<String, String>> registers = new ArrayList<>();
    for (Map<String, String> shard : shards) {
      registers.addAll(shard.entrySet());
    }
    registers.sort(Map.Entry.comparingByKey());
    StateWriter tail = new StateWriter(LEAST_ROOM);
    sessions.save(tail);
    long room = (long) Integer.BYTES + tail.size();
    for (Map.Entry<String, String> register : registers) {
      room += 2L * Integer.BYTES + register.getKey().length() + register.getValue().length();
    }
    StateWriter out = new StateWriter(Math.toIntExact(room)).putInt(registers.size());
    registers.forEach(register -> out.putText(register.getKey()).putText(register.getValue()));
    return out.putAll(tail).toChunk();
  }
}
