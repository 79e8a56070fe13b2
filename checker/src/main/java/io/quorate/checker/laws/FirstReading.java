package io.quorate.checker.laws;

import io.quorate.checker.laws.Facts.Committed;
import io.quorate.checker.laws.Facts.Place;
import io.quorate.checker.laws.Facts.Written;
import io.quorate.history.Observation;
import java.util.List;

/**
 * Reads one trace for the first time: what it breaks by itself, what does not go together with
 * those read before it, and what the second reading needs to know of all.
 */
final class FirstReading {
  private final NodeState state;
  private final Facts facts;
  private final Breaches breaches;

  FirstReading(String node, List<String> voters, Facts facts, Breaches breaches) {
    state = new NodeState(node, voters);
    this.facts = facts;
    this.breaches = breaches;
  }

  /** The next line. */
  void take(Observation line) {
    Detail detail = Detail.of(line);
    if (line.kind().equals("boot")) {
      remembers(line);
    } else if (line.term() < state.term) {
      broken(Law.ORDER, line, "its term fell from " + state.term + " to " + line.term());
    }
    switch (line.kind()) {
      case "append" -> matches(line, detail);
      case "truncate" -> keeps(line);
      case "commit" -> committed(line, detail);
      case "apply" -> applied(line, detail);
      case "read" -> confirmed(line);
      default -> {}
    }
    state.take(line, detail);
    switch (line.kind()) {
      case "vote" -> voted();
      case "role" -> elected(line);
      default -> {}
    }
  }

  private void remembers(Observation line) {
    if (line.boot() <= state.boot) {
      facts.wiped(line.node());
      return;
    }
    if (line.index() < state.log.durable()) {
      broken(
          Law.MEMORY,
          line,
          "its log ends at "
              + line.index()
              + " after the restart, and had been on the disk up to "
              + state.log.durable());
    }
    if (line.term() < state.durableTerm) {
      String had = "its disk had known term " + state.durableTerm;
      broken(Law.MEMORY, line, "it starts in term " + line.term() + ", and " + had);
    }
  }

  private void matches(Observation line, Detail detail) {
    long before = line.index() == 1 ? 0 : state.log.termAt(line.index() - 1);
    long term = detail.number("entryTerm", NodeLog.UNKNOWN);
    Written here = new Written(line.node(), line.detail(), before);
    Written there = facts.holds(new Place(term, line.index()), here);
    if (there == null) {
      return;
    }
    boolean known = before != NodeLog.UNKNOWN && there.previousTerm() != NodeLog.UNKNOWN;
    if (!there.text().equals(here.text())) {
      differs(line, term, there.node(), "differ");
    } else if (known && there.previousTerm() != before) {
      differs(line, term, there.node(), "stand behind different ones");
    }
  }

  private void differs(Observation line, long term, String other, String how) {
    String entries = "its entry " + line.index() + " of term " + term + " and that of " + other;
    broken(Law.LOG_MATCHING, line, entries + " " + how);
  }

  private void keeps(Observation line) {
    if (state.leads && line.term() == state.term) {
      String cut = "it cut its log from " + line.index() + " on while it led term ";
      broken(Law.LEADER_APPEND_ONLY, line, cut + line.term());
    }
    if (line.index() <= state.commit) {
      String cut = "it cut its log from " + line.index() + " on, and had committed up to ";
      broken(Law.STATE_MACHINE_SAFETY, line, cut + state.commit);
    }
  }

  private void committed(Observation line, Detail detail) {
    if (line.index() <= state.commit) {
      String from = "its commit index went from " + state.commit + " to " + line.index();
      broken(Law.ORDER, line, from);
    }
    if (line.index() > state.log.last()) {
      String committed = "it committed " + line.index() + ", and its log ends at ";
      broken(Law.ORDER, line, committed + state.log.last());
    }
    if (detail.has("quorum")) {
      counted(line, detail);
    } else if (state.leads) {
      String led = "it led term " + line.term() + " and committed " + line.index();
      broken(Law.QUORUM, line, led + " without having counted who holds it");
    }
    for (long index = state.commit + 1; index < line.index(); index++) {
      isFinal(line, index, state.log.termAt(index));
    }
    isFinal(line, line.index(), detail.number("entryTerm", NodeLog.UNKNOWN));
  }

  private void counted(Observation line, Detail detail) {
    List<String> holders = detail.names("quorum");
    if (!state.voters.reachedBy(holders)) {
      String who = holders.isEmpty() ? "nobody" : String.join(" ", holders);
      String committed = "it committed " + line.index() + " held by " + who;
      broken(Law.QUORUM, line, committed + ", which is no majority of " + state.voters);
    }
    long entryTerm = detail.number("entryTerm", NodeLog.UNKNOWN);
    holders.forEach(holder -> facts.counts(holder, line.term(), line.index(), entryTerm));
  }

  private void isFinal(Observation line, long index, long term) {
    if (term <= 0) {
      return; // not known here
    }
    Committed before = facts.commits(index, new Committed(line.node(), term, line.term()));
    if (before != null && before.term() != term) {
      String mine = "it committed the entry of term " + term + " at " + index + ", and ";
      broken(
          Law.STATE_MACHINE_SAFETY, line, mine + before.node() + " that of term " + before.term());
    }
  }

  private void applied(Observation line, Detail detail) {
    if (line.index() > state.commit) {
      String applied = "it applied up to " + line.index() + ", and had committed up to ";
      broken(Law.ORDER, line, applied + state.commit);
    }
    if (line.index() <= state.applied) {
      String again = "its applied index went from " + state.applied + " to " + line.index();
      broken(Law.ORDER, line, again);
    }
    isFinal(line, line.index(), detail.number("entryTerm", NodeLog.UNKNOWN));
  }

  private void confirmed(Observation line) {
    if (state.commitTerm != line.term() && state.commitTerm != NodeLog.UNKNOWN) {
      String reads = "it confirmed reads as the leader of term " + line.term();
      broken(Law.READ_AFTER_OWN_COMMIT, line, reads + ", and had committed no entry of it");
    }
  }

  private void voted() {
    if (state.ballot != null) {
      facts.votes(state.ballot);
    }
  }

  private void elected(Observation line) {
    String other = state.leads ? facts.leads(line.term(), line.node()) : null;
    if (other != null) {
      broken(Law.ELECTION_SAFETY, line, "it led term " + line.term() + ", and so did " + other);
    }
  }

  private void broken(Law law, Observation line, String sentence) {
    breaches.add(law, line, line.node() + ": " + sentence);
  }
}
