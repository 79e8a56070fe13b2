package io.quorate.raft;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who takes part (thesis 4).
 *
 * @param quorum who votes, and what a majority is
 * @param learners who gets the log and does not count (thesis 4.2.1)
 */
public record Configuration(Quorum quorum, List<String> learners) {
  /** A server that waits to be told: nobody takes part as far as it knows. */
  public static final Configuration NONE = of(List.of());

  /** Most servers that may take part. */
  public static final int MOST_SERVERS = 64;

  /** Most bytes of a server's name in UTF-8; it has at least one. */
  public static final int MOST_NAME_BYTES = 128;

  /** Sorts the learners; refuses a server that is a voter as well, and too many of them. */
  public Configuration {
    learners = learners.stream().distinct().sorted().toList();
    if (learners.stream().anyMatch(quorum.voters()::contains)) {
      throw new IllegalArgumentException("a voter is no learner: " + quorum + ", " + learners);
    }
    if (quorum.all().size() + learners.size() > MOST_SERVERS) {
      throw new IllegalArgumentException("more than " + MOST_SERVERS + " servers");
    }
  }

  /** These voters and nobody else. */
  public static Configuration of(List<String> voters) {
    return new Configuration(new Quorum(voters), List.of());
  }

  /** Whether the server has a vote. */
  public boolean votes(String server) {
    return quorum.voters().contains(server) || quorum.outgoing().contains(server);
  }

  /** Every server that gets the log, sorted. */
  public SortedSet<String> servers() {
    SortedSet<String> servers = new TreeSet<>(quorum.all());
    servers.addAll(learners);
    return servers;
  }
}
