package io.quorate.raft.core;

import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.PeerMessage.TimeoutNow;
import io.quorate.raft.rules.Durability.Promise;
import io.quorate.raft.state.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Leadership transfer (thesis 3.10): a leader takes no more commands, waits until another server
 * has all of its log, and lets that one stand for election at once.
 *
 * <p>Once the other was told the leader's lease is gone for good: others will listen to it, even to
 * a request of it that is very late.
 *
 * <p>It also waits until all of it is committed, so that no client is left in doubt by a planned
 * change of leaders. When the other has not taken over within an election timeout the leader goes
 * on as before.
 */
final class Transferring {
  private final Node node;

  Transferring(Node node) {
    this.node = node;
  }

  /** Somebody wants {@code to}, or the server that is furthest, to lead. */
  void asked(Leader leader, long ticket, @Nullable String to) {
    String heir = to == null ? leader.furthest(node.configuration().quorum().voters()) : to;
    String objection = objection(leader, heir);
    if (heir == null || objection != null) {
      answer(ticket, new Outcome.Refused(String.valueOf(objection)));
      return;
    }
    leader.transfer(new Leader.Transfer(heir, ticket, false));
    node.out().set(Timer.Name.TRANSFER, node.config().electionNanos());
    note(heir, "begun");
    proceed(leader);
  }

  private @Nullable String objection(Leader leader, @Nullable String heir) {
    Leader.Transfer running = leader.transfer();
    if (running != null) {
      return "leadership is being handed over to " + running.to();
    }
    if (heir == null) {
      return "no other server answers";
    }
    if (heir.equals(node.self())) {
      return heir + " leads already";
    }
    Progress progress = leader.peers().get(heir);
    if (progress == null) {
      return "there is no server " + heir;
    }
    if (!node.configuration().quorum().voters().contains(heir)) {
      return heir + " has no vote";
    }
    return progress.heardOfLate() ? null : heir + " does not answer";
  }

  /** Lets the heir stand once it has everything, and everything is committed. */
  void proceed(Leader leader) {
    Leader.Transfer running = leader.transfer();
    if (running == null || running.told()) {
      return;
    }
    long last = node.log().lastIndex();
    Progress progress = leader.peers().get(running.to());
    if (progress != null && progress.match() == last && node.commit() == last) {
      leader.transfer(new Leader.Transfer(running.to(), running.ticket(), true));
      leader.lease().giveUp();
      note(running.to(), "told");
      node.out().send(Promise.APPEND_REQUEST, running.to(), new TimeoutNow(node.term()));
    }
  }

  /** The heir has not taken over in time: this server leads on. */
  void overdue(Leader leader) {
    Leader.Transfer running = leader.transfer();
    if (running != null) {
      leader.transfer(null);
      note(running.to(), "given-up");
      answer(running.ticket(), new Outcome.Refused(running.to() + " did not take over in time"));
    }
  }

  private void answer(long ticket, Outcome outcome) {
    if (ticket != Input.Transfer.NOBODY) {
      node.out().answer(ticket, outcome);
    }
  }

  private void note(String to, String phase) {
    node.note("transfer", node.log().lastIndex(), "to", to, "phase", phase);
  }
}
