package io.quorate.raft.protocol;

import io.quorate.raft.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client asks of a server. The id is the client's own and comes back in the answer. */
public sealed interface ClientRequest {
  /** Chosen by the client, unique among its open requests on one connection. */
  long id();

  /** Linearizable read of a register. */
  record Read(long id, String key) implements ClientRequest {}

  /** Write of a register; null removes it. */
  record Write(long id, String key, @Nullable String value) implements ClientRequest {}

  /** Compare-and-set of a register. */
  record CompareAndSet(long id, String key, @Nullable String expected, @Nullable String replacement)
      implements ClientRequest {}

  /**
   * Any update of a register, alone or in a session.
   *
   * @param command an {@link Command.Update}, {@link Command.InSession} or {@link
   *     Command.OpenSession}
   */
  record Execute(long id, Command command) implements ClientRequest {
    /** Refuses what clients may not ask for. */
    public Execute {
      if (command instanceof Command.Noop || command instanceof Command.Configure) {
        throw new IllegalArgumentException("no client may ask for " + command);
      }
    }

    /** Returns the request that opens a session. */
    public static Execute openSession(long id) {
      return new Execute(id, new Command.OpenSession());
    }

    /** Returns an append that is asked once, without a session. */
    public static Execute append(long id, String key, String suffix) {
      return new Execute(id, new Command.Append(key, suffix));
    }

    /**
     * Returns an append in a session; IllegalArgumentException for numbers no update can have.
     *
     * @param sequence its number in the session, all below which were answered
     */
    public static Execute append(long id, long session, long sequence, String key, String suffix) {
      return new Execute(
          id, new Command.InSession(session, sequence, sequence, new Command.Append(key, suffix)));
    }
  }

  /**
   * Linearizable read of many registers, page by page: those that begin with {@code prefix}, in the
   * order of their keys.
   *
   * @param after the last key of the page before, or null
   * @param most at most so many, from 1 to {@link Wire#PAGE_LIMIT}
   */
  record Scan(long id, String prefix, @Nullable String after, int most) implements ClientRequest {
    /** Refuses a page that is none. */
    public Scan {
      if (most < 1 || most > Wire.PAGE_LIMIT) {
        throw new IllegalArgumentException("a page has 1 to " + Wire.PAGE_LIMIT + " registers");
      }
    }
  }

  /**
   * Asks the leader to let another server lead (thesis 3.10).
   *
   * @param to that server, or null for the one that is furthest
   */
  record TransferLeadership(long id, @Nullable String to) implements ClientRequest {}

  /**
   * Asks the leader to change who takes part (thesis 4).
   *
   * @param voters who is to vote in the end
   * @param learners who is to get the log without a vote
   */
  record Reconfigure(long id, List<String> voters, List<String> learners) implements ClientRequest {
    /** Keeps its own copies. */
    public Reconfigure {
      voters = List.copyOf(voters);
      learners = List.copyOf(learners);
    }
  }

  /** What the server believes it is. Answered at once by any server. */
  record Status(long id) implements ClientRequest {}

  /** Leaves a nonce in this server's account of probes, as sent by {@code from}. */
  record Probe(long id, String from, long nonce) implements ClientRequest {}

  /** Tells the server to send the nonce to every peer over its peer connections. */
  record ProbePeers(long id, long nonce) implements ClientRequest {}

  /** Asks for the account of probes: which nonces arrived here, and from whom. */
  record ProbeAccount(long id) implements ClientRequest {}
}
