package io.quorate.checker.laws;

import io.quorate.history.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Holds the traces of a cluster against the laws of Raft (Ongaro and Ousterhout, In Search of an
 * Understandable Consensus Algorithm, 2014).
 *
 * <p>It is exact in one direction: a law that it calls broken is broken. What a trace does not
 * tell, since its first lines are gone, a snapshot stands for them or a kill came first, is taken
 * to be right.
 */
public final class TraceLaws {
  /** The most broken laws that are told; all are counted. */
  public static final int MOST_TOLD = 20;

  private final List<String> voters;
  private final Facts facts = new Facts();
  private final Breaches breaches = new Breaches();
  private final SortedMap<String, Long> lines = new TreeMap<>();
  private final List<String> gaps = new ArrayList<>();

  private TraceLaws(List<String> voters) {
    this.voters = voters;
  }

  /**
   * Reads every trace twice.
   *
   * @param voters all nodes of the cluster, which vote at first, with or without a trace
   * @param traces one a node; one that is not whole, or that cannot be read, is told as a gap
   */
  public static TraceReview review(List<String> voters, List<NodeTrace> traces) {
    TraceLaws laws = new TraceLaws(List.copyOf(voters));
    List<NodeTrace> whole = traces.stream().filter(laws::whole).toList();
    laws.missing(traces);
    for (NodeTrace trace : whole) {
      FirstReading reading = new FirstReading(trace.node(), laws.voters, laws.facts, laws.breaches);
      trace.read(reading::take);
    }
    laws.oneVote();
    for (NodeTrace trace : whole) {
      trace.read(new SecondReading(trace.node(), laws.voters, laws.facts, laws.breaches)::take);
    }
    return new TraceReview(
        laws.lines, laws.breaches.told(MOST_TOLD), laws.breaches.all(), laws.gaps);
  }

  private void missing(List<NodeTrace> traces) {
    TreeSet<String> silent = new TreeSet<>(voters);
    traces.forEach(trace -> silent.remove(trace.node()));
    silent.forEach(node -> gaps.add("there is no trace of " + node));
  }

  /** Whether a trace begins with its node's first line, has no hole and can be read to its end. */
  private boolean whole(NodeTrace trace) {
    Beginning beginning = new Beginning();
    try {
      trace.read(beginning);
    } catch (RuntimeException e) {
      gaps.add("the trace of " + trace.node() + " cannot be read: " + e.getMessage());
      return false;
    }
    lines.put(trace.node(), beginning.lines);
    if (!beginning.sound) {
      gaps.add(
          "the trace of " + trace.node() + " does not begin with its first line, or has holes");
    }
    return beginning.sound;
  }

  /** Looks whether lines are dense. */
  private static final class Beginning implements Consumer<Observation> {
    private long lines;
    private boolean sound = true;
    private long boot = -1;
    private long next;

    @Override
    public void accept(Observation line) {
      lines++;
      boolean begins = line.kind().equals("boot");
      sound &= begins ? line.sequence() == 0 : line.boot() == boot && line.sequence() == next;
      boot = line.boot();
      next = line.sequence() + 1;
      Detail.of(line);
    }
  }

  /** A vote binds once it is durable, or once another server was moved by it. */
  private void oneVote() {
    Map<String, List<Ballot>> byTerm = new HashMap<>();
    for (Ballot ballot : facts.ballots()) {
      List<Ballot> earlier =
          byTerm.computeIfAbsent(ballot.voter + " " + ballot.term, key -> new ArrayList<>());
      earlier.stream()
          .filter(before -> before.life == ballot.life && binds(before, ballot))
          .filter(before -> !before.candidate.equals(ballot.candidate))
          .findFirst()
          .ifPresent(before -> votedTwice(before, ballot));
      earlier.add(ballot);
    }
  }

  private boolean binds(Ballot before, Ballot later) {
    return before.durable || before.boot == later.boot || isAnswered(before);
  }

  /** Whether somebody else voted for a node that voted for itself: it had told of its vote. */
  private boolean isAnswered(Ballot own) {
    return own.candidate.equals(own.voter)
        && facts.ballots().stream()
            .anyMatch(other ->
                other.term == own.term
                    && other.candidate.equals(own.voter)
                    && !other.voter.equals(own.voter));
  }

  private void votedTwice(Ballot before, Ballot later) {
    String sentence =
        later.voter
            + ": it voted for "
            + before.candidate
            + " in term "
            + later.term
            + ", and for "
            + later.candidate
            + (before.boot == later.boot ? " later" : " after a restart");
    breaches.add(new BrokenLaw(Law.ONE_VOTE, sentence, later.voter, later.boot, later.sequence));
  }
}
