package io.quorate.systems.raft;

import io.quorate.systems.ClientPlace;
import io.quorate.workload.ClientSession;
import io.quorate.workload.library.Functions;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of the Raft server. One that follows the leader asks its appends in a session of the
 * server and tries them again; all else is asked once, and so are the appends of one that speaks to
 * a single node: what the server itself does twice shows only there. Both hear whatever happens,
 * and each knows its own request ids and timers.
 */
public final class RaftClient implements ClientSession {
  private final RaftSession once;
  private final RetryingSession again;
  private final boolean retries;

  /** A client at {@code place} that has asked nothing yet. */
  public RaftClient(ClientPlace place) {
    this(place, new RaftSession(place));
  }

  /** A client that asks seldom: it goes back to silent nodes as soon as no other one leads. */
  public static RaftClient asksSeldom(ClientPlace place) {
    return new RaftClient(place, new RaftSession(place, true));
  }

  private RaftClient(ClientPlace place, RaftSession once) {
    this.once = once;
    this.again = new RetryingSession(place);
    this.retries = place.pinnedTo() == null;
  }

  @Override
  public List<Effect> step(Input input) {
    if (input instanceof Input.Start start) {
      boolean append = start.invocation().function().equals(Functions.APPEND);
      return append && retries ? again.step(input) : once.step(input);
    }
    List<Effect> effects = new ArrayList<>(once.step(input));
    effects.addAll(again.step(input));
    return effects;
  }
}
