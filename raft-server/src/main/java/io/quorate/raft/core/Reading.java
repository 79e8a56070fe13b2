package io.quorate.raft.core;

import io.quorate.raft.rules.Read;
import io.quorate.raft.state.Progress;
import io.quorate.raft.state.ReadQueue;

/** Reads without the log (8; ReadIndex of thesis 6.4). */
final class Reading {
  private final Node node;

  Reading(Node node) {
    this.node = node;
  }

  /** A read has arrived. */
  void asked(long ticket) {
    Read rules = node.rules().read();
    if (node.starting() && rules.servesWhileStarting()) {
      node.out().answer(ticket, new Outcome.Readable(node.applied()));
      return;
    }
    switch (rules.route(node.role().role())) {
      case REDIRECT -> node.out().answer(ticket, new Outcome.NotLeader(node.leader()));
      case LOCAL -> node.out().answer(ticket, new Outcome.Readable(node.applied()));
      case CONFIRM -> {
        if (node.role() instanceof Leader leader) {
          take(leader, ticket);
        }
      }
    }
  }

  private void take(Leader leader, long ticket) {
    if (leased(leader)) {
      node.note("read", node.commit(), "lease", leader.lease().age(node.now()));
      node.out().answer(ticket, new Outcome.Readable(node.commit()));
    } else {
      leader.reads().add(ticket);
    }
  }

  /** Whether nobody else can be elected yet (thesis 6.4.1). */
  private boolean leased(Leader leader) {
    Read rules = node.rules().read();
    long length = rules.leaseNanos(node.config().lease(), node.config().electionNanos());
    return leader.lease().age(node.now()) < length
        && rules.knowsCommit(node.commit(), leader.firstOfTerm())
        && rules.ready(node.applied(), node.commit());
  }

  /**
   * Begins a round for the reads that have arrived, if the commit index is known by now and no
   * other round is under way: those that arrive meanwhile share the next one.
   */
  boolean begin(Leader leader) {
    boolean known = node.rules().read().knowsCommit(node.commit(), leader.firstOfTerm());
    if (!known || !leader.reads().mayBegin()) {
      return false;
    }
    long commit = node.rules().commit().byReads(node.commit(), node.log().lastIndex());
    node.commitTo(commit, "reads", node.self());
    leader.reads().begin(leader.beginRound(node.now()), commit);
    return true;
  }

  /** Answers may have come: sees which round a majority has answered, and which reads with it. */
  void confirmed(Leader leader) {
    leader.lease().confirmedUpTo(leader.confirmedRound(node.configuration().quorum()));
    release(leader);
  }

  private void release(Leader leader) {
    leader
        .reads()
        .release(
            batch -> confirmed(leader, batch),
            batch -> {
              node.note("read", batch.index(), "round", batch.round());
              batch
                  .tickets()
                  .forEach(
                      ticket -> node.out().answer(ticket, new Outcome.Readable(batch.index())));
            });
  }

  private boolean confirmed(Leader leader, ReadQueue.Batch batch) {
    Read rules = node.rules().read();
    return rules.ready(node.applied(), batch.index())
        && rules.confirms(
            node.configuration().quorum(),
            leader.selfAnd(peer -> rules.counts(peer.round(), batch.round())),
            leader.selfAnd(Progress::heardOfLate));
  }
}
