package io.quorate.raft.protocol;

import io.quorate.raft.Role;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a server answers. {@code Unknown} is said whenever it cannot promise either way. */
public sealed interface ClientResponse {
  /** The id of the request answered. */
  long id();

  /** A read's value, null for a register never written. */
  record Value(long id, @Nullable String value) implements ClientResponse {}

  /** The write or compare-and-set took effect. */
  record Ok(long id) implements ClientResponse {}

  /** The compare-and-set was executed and the register held something else. */
  record No(long id) implements ClientResponse {}

  /** A session was opened; updates in it take effect once. */
  record Opened(long id, long session) implements ClientResponse {}

  /**
   * A page of a scan.
   *
   * @param registers by key
   * @param last whether no further page follows
   */
  record Page(long id, SortedMap<String, String> registers, boolean last)
      implements ClientResponse {
    /** Keeps its own copy. */
    public Page {
      registers = Collections.unmodifiableSortedMap(new TreeMap<>(registers));
    }
  }

  /** This server is not the leader; the request surely was not and will not be appended. */
  record NotLeader(long id, @Nullable String leader) implements ClientResponse {}

  /** Refused for load or size; the request surely was not and will not be appended. */
  record Refused(long id, String reason) implements ClientResponse {}

  /** The request may or may not take effect, for this reason. */
  record Unknown(long id, String reason) implements ClientResponse {}

  /**
   * What the server believes it is.
   *
   * @param leader whom it takes for the leader of its term, or null
   * @param bugs the ids of the seeded bugs it runs with, empty for the correct server
   */
  record Status(
      long id,
      String node,
      Role role,
      long term,
      @Nullable String leader,
      long commit,
      long applied,
      List<String> bugs)
      implements ClientResponse {
    /** Keeps its own copy. */
    public Status {
      bugs = List.copyOf(bugs);
    }

    /**
     * The role as a word for those who may know this package alone: {@code FOLLOWER}, {@code
     * CANDIDATE} or {@code LEADER}. Who asks whether it would be elected is a candidate to them.
     */
    public String roleName() {
      return switch (role) {
        case FOLLOWER -> "FOLLOWER";
        case PRE_CANDIDATE, CANDIDATE -> "CANDIDATE";
        case LEADER -> "LEADER";
      };
    }
  }

  /** The nonces that arrived here, newest last, bounded. */
  record ProbeAccount(long id, List<Arrival> arrivals) implements ClientResponse {
    /** Keeps its own copy. */
    public ProbeAccount {
      arrivals = List.copyOf(arrivals);
    }
  }

  /** One nonce that arrived, and the place that sent it. */
  record Arrival(String from, long nonce) {}
}
