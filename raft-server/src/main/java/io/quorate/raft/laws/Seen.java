package io.quorate.raft.laws;

import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Role;
import io.quorate.raft.server.Sight;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One server as it was last seen, with a log of its own that is kept up by differences. */
final class Seen {
  final String node;
  final List<LogEntry> log = new ArrayList<>();
  long boot = -1;
  Role role = Role.FOLLOWER;
  long term;
  @Nullable String votedFor;
  long commit;
  long applied;
  Configuration configuration = Configuration.NONE;
  long durable;

  Seen(String node) {
    this.node = node;
  }

  /** How many entries of the log are still what they were. */
  int unchanged(List<LogEntry> now) {
    int same = Math.min(log.size(), now.size());
    while (same > 0 && !log.get(same - 1).equals(now.get(same - 1))) {
      same--;
    }
    return same;
  }

  /** Takes over what is seen now, of which the first entries are known already. */
  void update(Sight now, List<LogEntry> whole, int unchanged) {
    boot = now.boot();
    role = now.role();
    term = now.term();
    votedFor = now.votedFor();
    commit = now.commit();
    applied = now.applied();
    configuration = now.configuration();
    durable = now.durable();
    log.subList(unchanged, log.size()).clear();
    log.addAll(whole.subList(unchanged, whole.size()));
  }

  /** Whether this entry is on its disk. */
  boolean holds(LogEntry entry) {
    long index = entry.index();
    return index <= durable && log.get((int) index - 1).equals(entry);
  }
}
