package io.quorate.raft.core;

import io.quorate.raft.Configuration;
import io.quorate.raft.rules.Rules;

/**
 * What a core is told once.
 *
 * @param self this server's name
 * @param initial who takes part as long as neither log nor snapshot tell; NONE at a server that
 *     waits to be told
 * @param electionNanos T: the least election timeout
 * @param electionSpreadNanos S: an election timeout is drawn from [T, T + S) (5.2)
 * @param heartbeatNanos how often a leader is heard
 * @param preVote whether a server asks whether it would be elected before it stands (thesis 9.6);
 *     safety never rests on it
 * @param lease whether reads may rest on a leader lease (thesis 6.4.1): rests on clocks
 * @param maxAppendEntries most entries in one request
 * @param maxAppendBytes most bytes of entries in one request, a first entry apart
 * @param maxInFlight most requests with entries on their way to a peer at a time
 * @param maxRetained entries kept in memory behind a snapshot, for peers that lag a little
 * @param traced whether its trace is wanted
 * @param rules the decisions
 */
public record CoreConfig(
    String self,
    Configuration initial,
    long electionNanos,
    long electionSpreadNanos,
    long heartbeatNanos,
    boolean preVote,
    boolean lease,
    int maxAppendEntries,
    long maxAppendBytes,
    int maxInFlight,
    int maxRetained,
    boolean traced,
    Rules rules) {
  /** Refuses a server of another cluster, and timers that could not work. */
  public CoreConfig {
    if (!initial.votes(self) && !initial.equals(Configuration.NONE)) {
      throw new IllegalArgumentException(self + " is not among the voters " + initial.quorum());
    }
    if (heartbeatNanos < 1 || electionNanos <= heartbeatNanos) {
      throw new IllegalArgumentException(
          "the election timeout must be longer than the heartbeat: "
              + electionNanos
              + " ns, "
              + heartbeatNanos
              + " ns");
    }
    if (electionSpreadNanos < 1) {
      throw new IllegalArgumentException("election timeouts must differ");
    }
    if (maxAppendEntries < 1 || maxInFlight < 1) {
      throw new IllegalArgumentException("a request must be possible and able to carry an entry");
    }
  }
}
