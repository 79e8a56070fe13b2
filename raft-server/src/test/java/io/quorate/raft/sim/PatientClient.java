package io.quorate.raft.sim;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Command;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import java.util.Map;

/**
 * A client that asks again under the same number, wherever and as often as it takes (thesis 6.3).
 * It appends its numbers to a register of its own, where a duplicate or a gap is plain to see.
 */
final class PatientClient {
  private final String key;
  private long session;
  private long sequence = 1;

  PatientClient(String key) {
    this.key = key;
  }

  /** What it asks next, or again. */
  ClientRequest next(long id) {
    Command command =
        session == 0
            ? new Command.OpenSession()
            : new Command.InSession(
                session, sequence, sequence, new Command.Append(key, sequence + ";"));
    return new ClientRequest.Execute(id, command);
  }

  /** An answer to the last request; true when it goes on to the next one. */
  boolean answered(ClientResponse response) {
    if (response instanceof ClientResponse.No) {
      throw new BrokenLaw("exactly once: an append fits, " + key);
    }
    if (session == 0 && response instanceof ClientResponse.Opened opened) {
      session = opened.session();
      return true;
    }
    boolean done = session > 0 && response instanceof ClientResponse.Ok;
    if (done) {
      sequence++;
    }
    return done;
  }

  /** Every number it was told of is there once, in order, and at most one more. */
  void judge(Map<String, String> registers) {
    StringBuilder expected = new StringBuilder();
    for (long number = 1; number < sequence; number++) {
      expected.append(number).append(';');
    }
    String held = registers.get(key);
    String is = held == null ? "" : held;
    boolean once =
        is.contentEquals(expected) || is.contentEquals(expected.append(sequence).append(';'));
    if (!once) {
      throw new BrokenLaw("exactly once: " + key + " holds " + is + " after " + expected);
    }
  }
}
