package io.quorate.checker.laws;

import io.quorate.checker.laws.Facts.Committed;
import io.quorate.history.Observation;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Reads one trace again, with what all of them say in mind. */
final class SecondReading {
  private final NodeState state;
  private final Facts facts;
  private final Breaches breaches;

  SecondReading(String node, List<String> voters, Facts facts, Breaches breaches) {
    state = new NodeState(node, voters);
    this.facts = facts;
    this.breaches = breaches;
  }

  /** The next line. */
  void take(Observation line) {
    if (line.term() > state.term) {
      held(line, facts.countedFor(line.node(), state.term).lastEntry());
    } else if (line.kind().equals("commit")) {
      NavigableMap<Long, Long> counted = facts.countedFor(line.node(), line.term());
      held(line, counted.floorEntry(line.index()));
    }
    state.take(line, Detail.of(line));
    if (line.kind().equals("role") && state.leads) {
      complete(line);
    }
  }

  /**
   * Its leader told it that an entry is committed, or it has left the term for good: what it was
   * counted for must be on its disk by now, since a trace is never behind what was sent.
   */
  private void held(Observation line, Map.@Nullable Entry<Long, Long> counted) {
    if (counted == null || facts.isWiped(state.node)) {
      return;
    }
    long index = counted.getKey();
    long mine = state.log.termAt(index);
    boolean another = mine != NodeLog.UNKNOWN && mine != counted.getValue();
    if (index > state.log.durable() || another) {
      breaches.add(
          Law.DURABLE_BEFORE_COUNTED,
          line,
          line.node()
              + ": the leader of term "
              + state.term
              + " counted it for entry "
              + index
              + (another && index <= state.log.durable()
                  ? ", and it holds another one there"
                  : ", and its disk has its log up to " + state.log.durable()));
    }
  }

  private void complete(Observation line) {
    List<@Nullable Committed> committed = facts.committed();
    for (int index = 1; index < committed.size(); index++) {
      Committed entry = committed.get(index);
      if (entry != null && entry.inTerm() < line.term()) {
        long mine = state.log.termAt(index);
        if (mine != NodeLog.UNKNOWN && mine != entry.term()) {
          lacks(line, index, entry);
          return;
        }
      }
    }
  }

  private void lacks(Observation line, int index, Committed entry) {
    breaches.add(
        Law.LEADER_COMPLETENESS,
        line,
        line.node()
            + ": it leads term "
            + line.term()
            + " without entry "
            + index
            + " of term "
            + entry.term()
            + ", which was committed in term "
            + entry.inTerm()
            + " at "
            + entry.node());
  }
}
