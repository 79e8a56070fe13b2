package io.quorate.raft.server;

import io.quorate.raft.log.WriteAheadLog;
import io.quorate.raft.machine.StateLimits;
import io.quorate.raft.state.Installing;

/**
 * A bound for everything that could grow.
 *
 * @param maxProposals commands of clients that are not answered yet; more are refused as busy
 * @param maxReads reads that are not answered yet; more are refused as busy
 * @param maxKeyChars a longer key is refused
 * @param maxValueChars a longer value is refused
 * @param maxAppendEntries most entries in one request to a peer
 * @param maxAppendBytes most bytes of entries in one request to a peer; a single larger entry still
 *     goes
 * @param maxInFlight most requests with entries on their way to a peer at a time
 * @param maxHeldMessages messages to peers that wait for the disk; more are dropped, as a network
 *     may do
 * @param maxArrivals probes remembered; older ones are forgotten
 * @param segmentBytes length of each file of the log
 * @param snapshotBytes growth of the log after which a snapshot is taken
 * @param maxRetained entries kept in memory behind a snapshot, for peers that lag a little
 * @param partBytes most bytes of a snapshot in one request to a peer
 * @param state how much registers and sessions may hold; all servers of a cluster have the same
 */
public record Limits(
    int maxProposals,
    int maxReads,
    int maxKeyChars,
    int maxValueChars,
    int maxAppendEntries,
    int maxAppendBytes,
    int maxInFlight,
    int maxHeldMessages,
    int maxArrivals,
    int segmentBytes,
    int snapshotBytes,
    int maxRetained,
    int partBytes,
    StateLimits state) {
  /** What a snapshot holds beside the state: who takes part. */
  private static final int CONFIGURATION_BYTES = 1 << 20;

  /** Refuses limits under which nothing works. */
  public Limits {
    if (maxProposals < 1
        || maxReads < 1
        || maxKeyChars < 1
        || maxValueChars < 0
        || maxAppendEntries < 1
        || maxAppendBytes < 1
        || maxInFlight < 1
        || maxHeldMessages < 1
        || maxArrivals < 1
        || snapshotBytes < 1
        || maxRetained < 0
        || partBytes < 1
        || state.mostBytes() > Installing.MOST_BYTES - CONFIGURATION_BYTES
        || segmentBytes < WriteAheadLog.LEAST_SEGMENT_BYTES) {
      throw new IllegalArgumentException("a limit under which nothing works: " + this);
    }
  }

  /** The limits a server has unless told otherwise. */
  public static Limits standard() {
    return new Limits(
        4096,
        16_384,
        1024,
        65_536,
        1024,
        1 << 18,
        16,
        16_384,
        4096,
        WriteAheadLog.SEGMENT_BYTES,
        32 << 20,
        4096,
        256 << 10,
        StateLimits.STANDARD);
  }
}
