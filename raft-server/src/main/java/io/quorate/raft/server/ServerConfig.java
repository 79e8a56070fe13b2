package io.quorate.raft.server;

import io.quorate.raft.Quorum;
import io.quorate.raft.core.CoreConfig;
import io.quorate.raft.rules.Rules;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.rules.bugs.Bugs;
import java.time.Duration;
import java.util.List;

/**
 * What a server is told once.
 *
 * @param node its name, one of the voters
 * @param voters every voting server, itself among them
 * @param electionTimeout T: it waits for a leader between T and 2T (5.2)
 * @param heartbeat how often a leader is heard; well below T
 * @param preVote whether it asks whether it would be elected before it stands (thesis 9.6)
 * @param limits a bound for everything that could grow
 * @param bugs what is wrong with it on purpose; empty for the correct server. The caller answers
 *     for having been told so expressly
 */
public record ServerConfig(
    String node,
    List<String> voters,
    Duration electionTimeout,
    Duration heartbeat,
    boolean preVote,
    Limits limits,
    List<Bug> bugs) {
  /** Keeps its own copies and refuses what cannot work. */
  public ServerConfig {
    voters = List.copyOf(voters);
    bugs = List.copyOf(bugs);
    core(node, voters, electionTimeout, heartbeat, preVote, limits, true, Bugs.rulesWith(bugs));
  }

  /** The correct server with the usual timers and limits. */
  public static ServerConfig standard(String node, List<String> voters) {
    return new ServerConfig(
        node,
        voters,
        Duration.ofMillis(300),
        Duration.ofMillis(50),
        true,
        Limits.standard(),
        List.of());
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
    return core(node, voters, electionTimeout, heartbeat, preVote, limits, traced, rules());
  }

  private static CoreConfig core(
      String node,
      List<String> voters,
      Duration electionTimeout,
      Duration heartbeat,
      boolean preVote,
      Limits limits,
      boolean traced,
      Rules rules) {
    return new CoreConfig(
        node,
        new Quorum(voters),
        electionTimeout.toNanos(),
        heartbeat.toNanos(),
        preVote,
        limits.maxAppendEntries(),
        limits.maxAppendChars(),
        limits.maxInFlight(),
        limits.maxRetained(),
        traced,
        rules);
  }
}
