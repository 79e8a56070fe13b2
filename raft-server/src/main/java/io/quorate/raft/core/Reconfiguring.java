package io.quorate.raft.core;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.Quorum;
import io.quorate.raft.rules.Membership;
import io.quorate.raft.state.Progress;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Membership changes at the leader (thesis 4), by joint consensus (4.3).
 *
 * <p>Newcomers get the log as learners first (4.2.1), so that the cluster does not wait for them.
 * Then old and new majorities decide together; once that is committed, the new ones alone. Whoever
 * leads while the joint configuration is in force ends it, whether or not it began it. A leader
 * that has no vote any more leads until the configuration without it is committed, and hands over
 * (4.2.2).
 */
final class Reconfiguring {
  /** Election timeouts in which newcomers may get no further before a change is given up. */
  private static final int PATIENCE = 10;

  private final Node node;
  private final Transferring transferring;

  Reconfiguring(Node node, Transferring transferring) {
    this.node = node;
    this.transferring = transferring;
  }

  private Membership rules() {
    return node.rules().membership();
  }

  /** A client wants these servers to take part. */
  void asked(Leader leader, long ticket, Configuration target) {
    boolean may =
        rules().mayBegin(node.commit(), leader.firstOfTerm(), node.configurations().latestIndex());
    Configuration now = node.configuration();
    if (leader.change() != null || now.quorum().joint() || !may) {
      refuse(ticket, "a membership change is under way, or the leader is new: ask again");
    } else if (leader.transfer() != null) {
      refuse(ticket, "leadership is being handed over");
    } else {
      leader.change(new Leader.Change(target, ticket, 0, 0));
      welcome(now, target);
      proceed(leader);
    }
  }

  /** Whoever is new becomes a learner. */
  private void welcome(Configuration now, Configuration target) {
    TreeSet<String> learners = new TreeSet<>(now.learners());
    learners.addAll(target.servers());
    learners.removeAll(now.quorum().all());
    if (!List.copyOf(learners).equals(now.learners())) {
      configure(new Configuration(now.quorum(), List.copyOf(learners)));
    }
  }

  private void configure(Configuration next) {
    node.propose(new Command.Configure(next));
  }

  /** Takes the next step when its time has come. */
  void proceed(Leader leader) {
    Configuration now = node.configuration();
    long at = node.configurations().latestIndex();
    Leader.Change change = leader.change();
    if (now.quorum().joint()) {
      if (rules().mayLeaveJoint(node.commit(), at)) {
        configure(alone(now, change == null ? now : change.target()));
      }
    } else if (node.commit() >= at) {
      if (change != null && !now.equals(change.target())) {
        enter(leader, now, change.target());
      } else {
        end(leader, change);
      }
    }
  }

  /** The configuration behind a joint one. */
  private static Configuration alone(Configuration joint, Configuration target) {
    TreeSet<String> learners = new TreeSet<>(target.learners());
    learners.removeAll(joint.quorum().voters());
    return new Configuration(new Quorum(joint.quorum().voters()), List.copyOf(learners));
  }

  private void enter(Leader leader, Configuration now, Configuration target) {
    if (rules().inOneStep(now.quorum(), target.quorum())) {
      configure(target);
    } else if (newcomers(now, target).stream().allMatch(name -> caughtUp(leader, name))) {
      TreeSet<String> learners = new TreeSet<>(now.learners());
      learners.addAll(target.learners());
      learners.removeAll(target.quorum().voters());
      Quorum both = new Quorum(target.quorum().voters(), now.quorum().voters());
      configure(new Configuration(both, List.copyOf(learners)));
    }
  }

  private static List<String> newcomers(Configuration now, Configuration target) {
    return target.quorum().voters().stream().filter(voter -> !now.votes(voter)).toList();
  }

  /** Whether one request brings all that it lacks. */
  private boolean caughtUp(Leader leader, String newcomer) {
    Progress progress = leader.peers().get(newcomer);
    long least = Math.max(1, node.log().lastIndex() - node.config().maxAppendEntries());
    return progress != null && progress.match() >= least;
  }

  private void end(Leader leader, Leader.@Nullable Change change) {
    if (change != null) {
      leader.change(null);
      node.out().answer(change.ticket(), new Outcome.Done());
    }
    if (!node.configuration().votes(node.self()) && leader.transfer() == null) {
      transferring.asked(leader, Input.Transfer.NOBODY, null);
      notTakenOver(leader);
    }
  }

  /** Nobody took over from this leader: when it has no vote it stops leading all the same. */
  void notTakenOver(Leader leader) {
    boolean done = node.commit() >= node.configurations().latestIndex();
    if (done && !node.configuration().votes(node.self()) && leader.transfer() == null) {
      node.follow(node.term(), null);
    }
  }

  /** An election timeout has passed: newcomers that get no further are not waited for. */
  void periodPassed(Leader leader) {
    Leader.Change change = leader.change();
    Configuration now = node.configuration();
    if (change == null || now.quorum().joint() || newcomers(now, change.target()).isEmpty()) {
      return;
    }
    long seen = 0;
    for (String newcomer : newcomers(now, change.target())) {
      Progress progress = leader.peers().get(newcomer);
      seen += progress == null ? 0 : progress.match() + progress.offset();
    }
    int idle = seen > change.seen() ? 0 : change.idle() + 1;
    if (idle > PATIENCE) {
      leader.change(null);
      refuse(change.ticket(), "the new servers do not catch up; they stay learners");
    } else {
      leader.change(new Leader.Change(change.target(), change.ticket(), seen, idle));
    }
  }

  /** This server is about to end: whoever leads then goes on from where the change is. */
  void leaveToOthers(Leader leader) {
    Leader.Change change = leader.change();
    if (change != null) {
      leader.change(null);
      String reason = "the server stops while the membership changes";
      node.out().answer(change.ticket(), new Outcome.Unknown(reason));
    }
  }

  private void refuse(long ticket, String reason) {
    node.out().answer(ticket, new Outcome.Refused(reason));
  }
}
