package io.quorate.raft.shell;

import io.quorate.raft.protocol.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one server process is told at its start.
 *
 * @param id its own name in the cluster
 * @param cluster name of the cluster; connections that mean another one are refused
 * @param listen where clients and peers reach it; every address serves both, so that a world can
 *     tell their traffic apart
 * @param peers the other servers, each at the address at which THIS one reaches it
 * @param voters who votes as long as the log does not tell; none at a server that waits to be told
 * @param startedBefore whether it served before, so that an empty data directory is refused
 * @param secret what all of the cluster know and nobody else does, or null for none
 * @param tls the certificates of all connections, or null for plain bytes
 * @param storage how the disk behaves when the process ends
 * @param data directory of everything that must not be forgotten
 * @param trace file of the white-box trace, or null for none
 * @param traceLimitBytes where the trace ends with a note that it does
 * @param admin where the admin port listens, or null for none
 * @param electionTimeout least time without a leader before an election (5.2)
 * @param electionSpread how much longer it may be
 * @param heartbeat time between two signs of life of a leader
 * @param preVote whether it asks whether it would be elected before it stands (thesis 9.6)
 * @param lease whether reads may rest on a leader lease (thesis 6.4.1)
 * @param seed of the random election timeouts
 * @param bugs ids or names of seeded bugs, empty for the correct server
 * @param allowBugs whether bugs may be switched on at all
 */
public record Settings(
    String id,
    String cluster,
    List<Endpoint> listen,
    SortedMap<String, Endpoint> peers,
    List<String> voters,
    boolean startedBefore,
    @Nullable Secret secret,
    @Nullable Tls tls,
    StorageMode storage,
    Path data,
    @Nullable Path trace,
    long traceLimitBytes,
    @Nullable Endpoint admin,
    Duration electionTimeout,
    Duration electionSpread,
    Duration heartbeat,
    boolean preVote,
    boolean lease,
    long seed,
    List<String> bugs,
    boolean allowBugs) {
  /** Keeps its own copies, and forgets its own name among the peers. */
  public Settings {
    listen = List.copyOf(listen);
    voters = voters.stream().sorted().toList();
    TreeMap<String, Endpoint> others = new TreeMap<>(peers);
    others.remove(id);
    peers = Collections.unmodifiableSortedMap(others);
    bugs = List.copyOf(bugs);
  }

  /** Returns every server it can reach, itself included, sorted. */
  public List<String> servers() {
    TreeSet<String> all = new TreeSet<>(peers.keySet());
    all.add(id);
    return List.copyOf(all);
  }
}
