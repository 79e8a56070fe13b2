package io.quorate.raft.server;

import io.quorate.raft.Configuration;
import io.quorate.raft.core.CoreConfig;
import io.quorate.raft.rules.Rules;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.rules.bugs.Bugs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told once.
 *
 * @param node its name
 * @param servers every server it can reach, itself among them; others cannot take part
 * @param initial who takes part as long as neither log nor snapshot tell; NONE at a server that
 *     waits to be told (thesis 4.2)
 * @param timing how long it waits for a leader (5.2)
 * @param preVote whether it asks whether it would be elected before it stands (thesis 9.6)
 * @param lease whether it may answer reads on a leader lease (thesis 6.4.1); all servers of a
 *     cluster or none
 * @param limits a bound for everything that could grow
 * @param bugs what is wrong with it on purpose; empty for the correct server. The caller answers
 *     for having been told so expressly
 */
public record ServerConfig(
    String node,
    List<String> servers,
    Configuration initial,
    Timing timing,
    boolean preVote,
    boolean lease,
    Limits limits,
    List<Bug> bugs) {
  /** Keeps its own copies and refuses what cannot work. */
  public ServerConfig {
    servers = servers.stream().sorted().toList();
    bugs = List.copyOf(bugs);
    if (!servers.contains(node) || !servers.containsAll(initial.servers())) {
      throw new IllegalArgumentException(
          "the servers known at " + node + " are " + servers + ", not all of " + initial);
    }
    core(node, initial, timing, preVote, lease, limits, true, Bugs.rulesWith(bugs));
  }

  /** The correct server with the usual timers and limits. */
  public static ServerConfig standard(String node, List<String> voters) {
    return new ServerConfig(
        node,
        voters,
        Configuration.of(voters),
        Timing.USUAL,
        true,
        false,
        Limits.standard(),
        List.of());
  }

  /** Why a change to this is refused, or null. */
  @Nullable String objection(Configuration target) {
    if (target.quorum().voters().isEmpty()) {
      return "at least one voter is needed";
    }
    for (String server : target.servers()) {
      if (!servers.contains(server)) {
        return "no server is called " + server + " here: name it among the peers first";
      }
    }
    return null;
  }

  /** The rules it follows. */
  Rules rules() {
    return Bugs.rulesWith(bugs);
  }

  /** The ids of its bugs. */
  List<String> bugIds() {
    return bugs.stream().map(Bug::id).toList();
  }

  CoreConfig core(boolean traced) {
    return core(node, initial, timing, preVote, lease, limits, traced, rules());
  }

  private static CoreConfig core(
      String node,
      Configuration initial,
      Timing timing,
      boolean preVote,
      boolean lease,
      Limits limits,
      boolean traced,
      Rules rules) {
    return new CoreConfig(
        node,
        initial,
        timing.election().toNanos(),
        timing.spread().toNanos(),
        timing.heartbeat().toNanos(),
        preVote,
        lease,
        limits.maxAppendEntries(),
        limits.maxAppendBytes(),
        limits.maxInFlight(),
        limits.maxRetained(),
        traced,
        rules);
  }
}
