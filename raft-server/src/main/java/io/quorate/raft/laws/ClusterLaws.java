package io.quorate.raft.laws;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.server.Sight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The five properties of Raft figure 3 and what they rest on, watched over a whole cluster. Each
 * law is a line of prose above its check.
 *
 * <p>Show it every server after each of its steps, and every message that is sent.
 */
public final class ClusterLaws {
  /** An entry that some log holds, and the term of the one before it there. */
  private record Witness(LogEntry entry, long previousTerm) {}

  private record Place(long term, long index) {}

  private final Map<String, Seen> servers = new TreeMap<>();
  private final Map<Long, String> leaders = new HashMap<>();

  /** What was last seen on disks that were emptied. */
  private final Map<String, Seen> emptied = new TreeMap<>();

  /** For each voter, whom it voted for in each term. */
  private final Map<String, Map<Long, String>> ballots = new TreeMap<>();

  private final Map<String, Long> promised = new HashMap<>();
  private final Map<Place, Witness> written = new HashMap<>();
  private final List<LogEntry> committed = new ArrayList<>();

  /** For each committed entry the term in which it was, which may be later than its own. */
  private final List<Long> committedIn = new ArrayList<>();

  /** The laws of a cluster of these servers, whichever of them vote. */
  public ClusterLaws(List<String> names) {
    names.forEach(name -> servers.put(name, new Seen(name)));
  }

  /** Every entry known to be committed, in order; a view. */
  public List<LogEntry> committed() {
    return Collections.unmodifiableList(committed);
  }

  /**
   * A server has taken a step.
   *
   * @throws BrokenLaw saying which law, and what was seen
   */
  public void saw(Sight now) {
    Seen before = servers.get(now.node());
    if (before == null) {
      throw new IllegalArgumentException("not a server: " + now.node());
    }
    onlyCommittedIsCompacted(now);
    List<LogEntry> log = new WholeLog(committed, (int) now.before().index(), now.log());
    int unchanged = before.unchanged(log);
    if (now.boot() == before.boot) {
      nothingFalls(before, now);
      voteIsKept(before, now);
      leaderAppendsOnly(before, now, unchanged);
    } else {
      durableSurvives(before, now, unchanged);
    }
    logsMatch(now, log, unchanged);
    indicesAreInOrder(now, log);
    boolean elected = now.role() == Role.LEADER && before.term < now.term();
    boolean promoted = now.role() == Role.LEADER && before.role != Role.LEADER;
    boolean known = now.boot() == before.boot;
    long from = known ? before.commit : 0;
    Quorum quorum = (known ? before.configuration : now.configuration()).quorum();
    before.update(now, log, unchanged);
    oneLeaderATerm(now);
    if (elected || promoted) {
      leaderHasAllCommitted(now, log);
    }
    committedIsFinal(now, log, from, quorum);
  }

  /**
   * A server had its disk emptied: whoever starts anew under its name is judged as one that never
   * was. If it took part still, what it had promised is missed in the other laws.
   */
  public void wiped(String name) {
    Seen before = servers.put(name, new Seen(name));
    if (before != null && before.durable > 0) {
      emptied.put(name, before);
    }
    promised.remove(name);
    ballots.remove(name);
  }

  /** A server has sent a message. */
  public void sent(String from, String to, PeerMessage message) {
    switch (message) {
      case PeerMessage.PreVoteRequest request -> promised(from, request.term());
      case PeerMessage.PreVoteResponse response -> promised(from, response.term());
      case PeerMessage.VoteRequest request -> {
        votesOnce(request.term(), from, from);
        promised(from, request.term());
      }
      case PeerMessage.VoteResponse response -> {
        if (response.granted()) {
          votesOnce(response.term(), from, to);
        }
        promised(from, response.term());
      }
      case PeerMessage.AppendRequest request -> promised(from, request.term());
      case PeerMessage.AppendResponse response -> promised(from, response.term());
      case PeerMessage.InstallRequest request -> promised(from, request.term());
      case PeerMessage.InstallResponse response -> promised(from, response.term());
      case PeerMessage.TimeoutNow now -> promised(from, now.term());
      case PeerMessage.Probe probe -> {}
    }
  }

  private void promised(String node, long term) {
    promised.merge(node, term, Math::max);
  }

  // Term, commit index and applied index never fall while a server runs.
  private static void nothingFalls(Seen before, Sight now) {
    check(now.term() >= before.term, "monotone term", now);
    check(now.commit() >= before.commit, "monotone commit index", now);
    check(now.applied() >= before.applied, "monotone applied index", now);
  }

  // What is applied is committed, and what is committed is in the log (figure 2).
  private static void indicesAreInOrder(Sight now, List<LogEntry> log) {
    check(now.applied() <= now.commit(), "only committed entries are applied", now);
    check(now.commit() <= log.size(), "a committed entry is in the log", now);
  }

  // A snapshot stands for committed entries only (7).
  private void onlyCommittedIsCompacted(Sight now) {
    long index = now.before().index();
    boolean known = index <= committed.size();
    boolean same =
        known && (index == 0 || committed.get((int) index - 1).term() == now.before().term());
    check(same, "only committed entries are compacted", now);
  }

  // A vote given in a term is not taken back in that term (5.2).
  private static void voteIsKept(Seen before, Sight now) {
    boolean kept =
        now.term() != before.term
            || before.votedFor == null
            || before.votedFor.equals(now.votedFor());
    check(kept, "one vote a term", now);
  }

  // A server votes for at most one candidate a term, whatever crashes come between (5.2).
  private void votesOnce(long term, String voter, String candidate) {
    String earlier =
        ballots.computeIfAbsent(voter, key -> new TreeMap<>()).putIfAbsent(term, candidate);
    if (earlier != null && !earlier.equals(candidate)) {
      throw new BrokenLaw(
          "one vote a term: "
              + voter
              + " voted for "
              + earlier
              + " and "
              + candidate
              + " in term "
              + term);
    }
  }

  // Election Safety: at most one leader can be elected in a given term (5.2).
  private void oneLeaderATerm(Sight now) {
    if (now.role() == Role.LEADER) {
      String earlier = leaders.putIfAbsent(now.term(), now.node());
      check(
          earlier == null || earlier.equals(now.node()),
          "election safety: " + earlier + " led term " + now.term() + " already",
          now);
    }
  }

  // Leader Append-Only: a leader never overwrites or deletes entries in its log (5.3).
  private static void leaderAppendsOnly(Seen before, Sight now, int unchanged) {
    boolean leads =
        before.role == Role.LEADER && now.role() == Role.LEADER && before.term == now.term();
    check(!leads || unchanged == before.log.size(), "leader append-only", now);
  }

  // Log Matching: entries of equal index and term are equal, and so are all before them (5.3).
  private void logsMatch(Sight now, List<LogEntry> log, int unchanged) {
    for (int place = unchanged; place < log.size(); place++) {
      LogEntry entry = log.get(place);
      check(entry.index() == place + 1, "entry " + entry.index() + " at " + (place + 1), now);
      Witness here = new Witness(entry, place == 0 ? 0 : log.get(place - 1).term());
      Witness there = written.putIfAbsent(new Place(entry.term(), entry.index()), here);
      check(there == null || there.equals(here), "log matching at " + entry.index(), now);
    }
  }

  // Leader Completeness: an entry committed in a term is in the logs of the leaders of all later
  // terms (5.4). A candidate that late votes make the leader of an older term may lack it.
  private void leaderHasAllCommitted(Sight now, List<LogEntry> log) {
    for (int place = 0; place < committed.size(); place++) {
      if (committedIn.get(place) >= now.term()) {
        return;
      }
      boolean there = place < log.size();
      boolean same = there && log.get(place).equals(committed.get(place));
      check(same, "leader completeness at " + (place + 1), now);
    }
  }

  // State Machine Safety: no two servers commit different entries at one index (5.4.3).
  private void committedIsFinal(Sight now, List<LogEntry> log, long from, Quorum quorum) {
    for (long index = from + 1; index <= now.commit(); index++) {
      LogEntry entry = log.get((int) index - 1);
      if (index <= committed.size()) {
        boolean same = committed.get((int) index - 1).equals(entry);
        check(same, "state machine safety at " + index, now);
      } else {
        committedIsOnQuorum(entry, now, quorum);
        committed.add(entry);
        committedIn.add(now.term());
      }
    }
  }

  // A committed entry is on the disks of a majority of all voters: those of the configuration that
  // was in force at the leader, which is the first to know it committed, before its step. What was
  // on a disk that was emptied since was said to be there before, and rightly.
  private void committedIsOnQuorum(LogEntry entry, Sight now, Quorum quorum) {
    List<String> holders =
        Stream.concat(servers.values().stream(), emptied.values().stream())
            .filter(seen -> seen.holds(entry))
            .map(seen -> seen.node)
            .distinct()
            .sorted()
            .toList();
    check(
        quorum.reachedBy(holders),
        "committed is on a quorum: " + entry.index() + " is only on " + holders,
        now);
  }

  // Durability: what was durable, and every term told to others, is there after a restart; but a
  // snapshot of what was committed may stand in the place of entries that never were.
  private void durableSurvives(Seen before, Sight now, int unchanged) {
    boolean replaced = unchanged < now.before().index();
    check(unchanged >= before.durable || replaced, "durable entries survive a restart", now);
    long told = promised.getOrDefault(now.node(), 0L);
    check(now.term() >= told, "a term told to others survives a restart: " + told, now);
  }

  private static void check(boolean holds, String law, Sight now) {
    if (!holds) {
      throw new BrokenLaw(
          law
              + "; seen at "
              + now.node()
              + ", boot "
              + now.boot()
              + ", "
              + now.role()
              + ", term "
              + now.term()
              + ", commit "
              + now.commit()
              + ", applied "
              + now.applied()
              + ", log of "
              + now.log().size()
              + " behind "
              + now.before().index());
    }
  }
}
