package io.quorate.checker.laws;

import io.quorate.history.Observation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node as its trace tells it, line by line. */
final class NodeState {
  final String node;

  /** How often its disk was emptied: a new life owes nobody what the old one promised. */
  int life;

  long boot = -1;
  long term;
  long commit;
  long applied;

  /** The term of the entry last committed in this boot, 0 before the first. */
  long commitTerm;

  /** The highest term that is surely on its disk. */
  long durableTerm;

  boolean leads;
  NodeLog log = new NodeLog();
  Voters voters;

  /** The vote just given. */
  @Nullable Ballot ballot;

  private final List<String> first;
  private Writes writes = new Writes();
  private final Deque<Ballot> unsynced = new ArrayDeque<>();

  NodeState(String node, List<String> first) {
    this.node = node;
    this.first = first;
    voters = new Voters(first);
  }

  /** Takes over what a line says. */
  void take(Observation line, Detail detail) {
    if (line.kind().equals("boot")) {
      restarted(line);
      return;
    }
    term = line.term();
    switch (line.kind()) {
      case "term" -> hardState(line, "");
      case "vote" -> hardState(line, detail.text("for"));
      case "role" -> leads = detail.text("role").equals("leader");
      case "append" -> {
        writes.entry();
        log.append(line.index(), detail.number("entryTerm", NodeLog.UNKNOWN));
      }
      case "truncate" -> log.cutFrom(line.index());
      case "sync" -> synced(line.index(), detail.number("sequence", 0));
      case "commit" -> committed(line.index(), detail);
      case "apply" -> applied = line.index();
      case "configuration" -> voters.configured(line.index(), detail);
      case "install" -> installed(line.index(), detail);
      default -> {} // a kind that changes nothing here, or a new one
    }
  }

  private void restarted(Observation line) {
    if (line.boot() <= boot) {
      life++;
      log = new NodeLog();
      voters = new Voters(first);
      durableTerm = 0;
    }
    boot = line.boot();
    voters.restarted(log.durable(), line.index());
    log.restarted(line.index());
    term = line.term();
    durableTerm = Math.max(durableTerm, term);
    commit = 0;
    applied = 0;
    commitTerm = 0;
    leads = false;
    writes = new Writes();
    unsynced.clear();
  }

  private void hardState(Observation line, String candidate) {
    ballot = new Ballot(this, line.sequence(), candidate, writes.hardState());
    unsynced.add(ballot);
  }

  private void synced(long index, long sequence) {
    log.synced(index);
    while (!unsynced.isEmpty() && unsynced.getFirst().write <= sequence) {
      Ballot durable = unsynced.removeFirst();
      durable.durable = true;
      durableTerm = Math.max(durableTerm, durable.term);
    }
    writes.synced(sequence, index >= log.last());
  }

  private void committed(long index, Detail detail) {
    commit = index;
    commitTerm = detail.number("entryTerm", NodeLog.UNKNOWN);
  }

  private void installed(long index, Detail detail) {
    writes.entry();
    committed(index, detail);
    applied = index;
    log.installed(index, commitTerm);
  }
}
