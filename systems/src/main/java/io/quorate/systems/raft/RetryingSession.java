package io.quorate.systems.raft;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.systems.ClientPlace;
import io.quorate.workload.ClientSession;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One client that asks its updates in a session of the server (thesis 6.3): on any doubt it sends
 * the same update under the same number again, at another node, until it is answered.
 *
 * <p>What a retry means for the completion. An update in a session takes effect once, so an answer
 * to any of its tries is the answer to all of them, and {@code Ok} is true whichever try it came
 * for. "Not leader", "refused" and bytes that never left speak of one try alone: {@code Fail} is
 * said only when that holds for every try. One try in doubt keeps the whole update in doubt, since
 * its entry may be committed later: when tries run out it is {@code Info}. A session that the
 * server has forgotten answers "unknown" to every try, and so ends there too: the same update under
 * another session's number would be another update, and might take effect a second time.
 *
 * <p>After {@code Info} a fresh session is opened. So every number below that of an update was
 * answered, and a late copy of the one given up belongs to a session that asks no more.
 *
 * <p>There is no greeting here: a try that a stalled connection delivers late has its number on it,
 * and a session opened twice harms nobody.
 */
final class RetryingSession implements ClientSession {
  /** Most tries of one update, those of opening its session counted apart. */
  static final int TRIES_LIMIT = 12;

  /** Silence after which it is asked again: several tries fit into the second a trial gives. */
  static final long PATIENCE_NANOS = 200_000_000L;

  static final long FIRST_BACK_OFF_NANOS = 10_000_000L;
  static final long LAST_BACK_OFF_NANOS = 160_000_000L;

  /** Request ids and timers from here on, so that none is another session's on the same lines. */
  static final long FIRST_ID = 1L << 40;

  private static final long NONE = 0;

  private enum State {
    IDLE,
    ASKING,
    WAITING
  }

  private final ClientPlace place;
  private final Set<String> silent = new TreeSet<>();
  private State state = State.IDLE;
  private @Nullable Invocation invocation;
  private String node;
  private long requestId = FIRST_ID;
  private long firstId = FIRST_ID;
  private int tries;
  private boolean doubted;
  private long session = NONE;
  private long sequence = 1;

  RetryingSession(ClientPlace place) {
    this.place = place;
    this.node = place.first();
  }

  @Override
  public List<Effect> step(Input input) {
    return switch (input) {
      case Input.Start start -> start(start.invocation());
      case Input.Received received -> received(received);
      case Input.Disconnected lost -> disconnected(lost);
      case Input.TimedOut timer -> timer.token() == requestId ? timedOut() : List.of();
    };
  }

  private List<Effect> start(Invocation next) {
    if (state != State.IDLE) {
      throw new IllegalStateException("an update is under way at " + node);
    }
    invocation = next;
    silent.clear();
    return begin();
  }

  /** Begins what is next to be answered: the opening of a session, or the update. */
  private List<Effect> begin() {
    tries = 0;
    doubted = false;
    firstId = requestId + 1;
    return ask();
  }

  private List<Effect> ask() {
    requestId++;
    tries++;
    try {
      byte[] frame = RequestFrames.encode(request());
      state = State.ASKING;
      return List.of(new Effect.Send(node, frame), new Effect.SetTimer(requestId, PATIENCE_NANOS));
    } catch (IllegalArgumentException e) {
      return complete(new Completion.Fail("not sent: " + e.getMessage()));
    }
  }

  private ClientRequest request() {
    return session == NONE
        ? ClientRequest.Execute.openSession(requestId)
        : RaftRequests.inSession(requestId, session, sequence, current());
  }

  private List<Effect> timedOut() {
    return switch (state) {
      case ASKING -> {
        silent.add(node);
        yield doubt("no answer in time");
      }
      case WAITING -> ask();
      case IDLE -> List.of();
    };
  }

  private List<Effect> disconnected(Input.Disconnected lost) {
    if (state != State.ASKING || !lost.node().equals(node)) {
      return List.of();
    }
    silent.add(node);
    return lost.surelyUnsent() ? elsewhere("no connection", null) : doubt("connection lost");
  }

  private List<Effect> received(Input.Received received) {
    ClientResponse response;
    try {
      response = ResponseFrames.decode(received.frame());
    } catch (MalformedFrameException e) {
      boolean awaited = state == State.ASKING && received.node().equals(node);
      return awaited ? doubt("malformed answer: " + e.getMessage()) : List.of();
    }
    boolean known = response.id() >= firstId && response.id() <= requestId;
    if (state == State.IDLE || !known) {
      return List.of();
    }
    silent.remove(received.node());
    boolean last = state == State.ASKING && response.id() == requestId;
    return answered(response, received.node(), last);
  }

  /** An answer that settles the matter is taken for any try, one that does not for the last one. */
  private List<Effect> answered(ClientResponse response, String from, boolean last) {
    return switch (response) {
      case ClientResponse.Opened r when session == NONE -> opened(r.session());
      case ClientResponse.Ok r when session != NONE -> settled(new Completion.Ok(Value.NIL), from);
      case ClientResponse.No r when session != NONE ->
          settled(new Completion.Fail("the list is full"), from);
      case ClientResponse.NotLeader r -> last ? elsewhere("not leader", r.leader()) : List.of();
      case ClientResponse.Refused r -> last ? elsewhere("refused: " + r.reason(), null) : List.of();
      case ClientResponse.Unknown r -> last ? doubt("unknown: " + r.reason()) : List.of();
      case ClientResponse.Opened r -> somethingElse(last);
      case ClientResponse.Ok r -> somethingElse(last);
      case ClientResponse.No r -> somethingElse(last);
      case ClientResponse.Value r -> somethingElse(last);
      case ClientResponse.Page r -> somethingElse(last);
      case ClientResponse.Status r -> somethingElse(last);
      case ClientResponse.ProbeAccount r -> somethingElse(last);
    };
  }

  private List<Effect> somethingElse(boolean last) {
    return last ? doubt("an answer to something else") : List.of();
  }

  private List<Effect> opened(long number) {
    session = number;
    sequence = 1;
    return begin();
  }

  private List<Effect> settled(Completion completion, String from) {
    node = from;
    sequence++;
    return complete(completion);
  }

  private List<Effect> doubt(String why) {
    doubted = true;
    return elsewhere(why, null);
  }

  /** The next try, at once where a hint is followed for the first time or an answer was missed. */
  private List<Effect> elsewhere(String why, @Nullable String hint) {
    boolean pinned = place.pinnedTo() != null;
    if (tries >= TRIES_LIMIT || (pinned && !doubted)) {
      return giveUp(why);
    }
    if (!pinned) {
      node = next(hint);
      if (tries == 1 && (node.equals(hint) || doubted)) {
        return ask();
      }
    }
    state = State.WAITING;
    requestId++;
    long pause = Math.min(LAST_BACK_OFF_NANOS, FIRST_BACK_OFF_NANOS << Math.min(tries - 1, 6));
    return List.of(new Effect.SetTimer(requestId, pause));
  }

  /** The hinted node unless it was silent, else the next one around. */
  private String next(@Nullable String hint) {
    if (hint != null
        && place.nodes().contains(hint)
        && !hint.equals(node)
        && !silent.contains(hint)) {
      return hint;
    }
    return place.after(node);
  }

  private List<Effect> giveUp(String why) {
    String words = why + ", after " + tries + " tries";
    // Nothing but the session was ever asked for: the update cannot take effect.
    boolean unsent = session == NONE;
    return complete(unsent || !doubted ? new Completion.Fail(words) : new Completion.Info(words));
  }

  private List<Effect> complete(Completion completion) {
    state = State.IDLE;
    invocation = null;
    // A timer that is still set belongs to no try any more.
    requestId++;
    if (completion instanceof Completion.Info) {
      session = NONE;
    }
    return List.of(new Effect.Complete(completion, node));
  }

  private Invocation current() {
    Invocation open = invocation;
    if (open == null) {
      throw new IllegalStateException("no update is under way");
    }
    return open;
  }
}
