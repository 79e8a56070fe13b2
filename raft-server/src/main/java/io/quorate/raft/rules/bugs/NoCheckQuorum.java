package io.quorate.raft.rules.bugs;

import io.quorate.raft.Quorum;
import io.quorate.raft.rules.Election;
import java.util.Set;

/** A leader that nobody hears remains leader: behind CheckQuorum some bugs do not show. */
final class NoCheckQuorum implements Election {
  @Override
  public boolean remains(Quorum quorum, Set<String> heard) {
    return true;
  }
}
