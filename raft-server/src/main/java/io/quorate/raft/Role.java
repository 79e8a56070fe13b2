package io.quorate.raft;

/** What a server is in its term (Raft 5.1). */
public enum Role {
  /** Answers leaders and candidates. */
  FOLLOWER,
  /** Asks whether it would get votes (Pre-Vote, thesis 9.6). */
  PRE_CANDIDATE,
  /** Asks for votes. */
  CANDIDATE,
  /** Replicates its log. */
  LEADER
}
