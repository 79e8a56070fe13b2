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
import io.quorate.workload.library.Functions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client of the Raft server. Idle, greeting a node, asking it, or waiting before the next try.
 *
 * <p>An operation is sent only to a node that has answered a greeting on the same connection, since
 * what is written into a connection that a cut has stalled may arrive much later: it would be a
 * doubt, where silence to a greeting is none. It is sent again only when it was surely not
 * appended: the node said "not leader", or nothing of the request ever left. All else is doubt:
 * {@code Info} for what may take effect, and {@code Fail} for a read, which has no effect to doubt.
 * Each try has a request id of its own, so that a late answer to an earlier one is known by it and
 * ignored.
 */
final class RaftSession implements ClientSession {
  /** Most tries of one operation: enough for a leader to be elected meanwhile. */
  static final int TRIES_LIMIT = 10;

  /** How often every node that answers is asked for a leader before the operation fails. */
  static final int ROUNDS = 2;

  /** How long a node may take to answer a greeting. */
  static final long GREETING_NANOS = 150_000_000L;

  static final long FIRST_BACK_OFF_NANOS = 10_000_000L;
  static final long LAST_BACK_OFF_NANOS = 160_000_000L;

  private enum State {
    IDLE,
    GREETING,
    ASKING,
    WAITING
  }

  private final ClientPlace place;
  private final Acquaintances nodes;
  private final boolean forgives;
  private State state = State.IDLE;
  private @Nullable Invocation invocation;
  private String node;
  private long requestId;
  private int tries;

  /** A client at {@code place} that has asked nothing yet. */
  RaftSession(ClientPlace place) {
    this(place, false);
  }

  /**
   * A client that has asked nothing yet.
   *
   * @param forgives whether silent nodes are asked again as soon as none of the others leads; that
   *     is sooner found for a client that asks seldom, and slower for one that asks all the time
   */
  RaftSession(ClientPlace place, boolean forgives) {
    this.forgives = forgives;
    this.place = place;
    this.nodes = new Acquaintances(place.nodes());
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
      throw new IllegalStateException("an operation is under way at " + node);
    }
    invocation = next;
    tries = 0;
    nodes.nextOperation();
    if (nodes.isShunned(node)) {
      node = place.first();
    }
    return turnTo(node);
  }

  /** Begins a try at {@code next}. */
  private List<Effect> turnTo(String next) {
    node = next;
    requestId++;
    tries++;
    return nodes.answers(node) ? ask() : greet();
  }

  private List<Effect> greet() {
    state = State.GREETING;
    byte[] greeting = RequestFrames.encode(new ClientRequest.Status(requestId));
    return List.of(new Effect.Send(node, greeting), new Effect.SetTimer(requestId, GREETING_NANOS));
  }

  private List<Effect> ask() {
    try {
      byte[] frame = RequestFrames.encode(RaftRequests.of(requestId, current()));
      state = State.ASKING;
      return List.of(new Effect.Send(node, frame));
    } catch (IllegalArgumentException e) {
      return complete(new Completion.Fail("not sent: " + e.getMessage()));
    }
  }

  private List<Effect> timedOut() {
    return switch (state) {
      case GREETING -> {
        nodes.silent(node);
        yield elsewhere("no answer to a greeting", null);
      }
      case WAITING -> turnTo(node);
      case IDLE, ASKING -> List.of();
    };
  }

  private List<Effect> received(Input.Received received) {
    ClientResponse response;
    try {
      response = ResponseFrames.decode(received.frame());
    } catch (MalformedFrameException e) {
      return malformed(received.node(), e);
    }
    nodes.answered(received.node());
    boolean awaited = received.node().equals(node) && response.id() == requestId;
    return switch (state) {
      case GREETING -> awaited ? ask() : List.of();
      case ASKING -> awaited ? answered(response) : List.of();
      case IDLE, WAITING -> List.of();
    };
  }

  private List<Effect> malformed(String from, MalformedFrameException e) {
    if (!from.equals(node)) {
      return List.of();
    }
    return switch (state) {
      case GREETING -> elsewhere("malformed answer: " + e.getMessage(), null);
      case ASKING -> doubt("malformed answer: " + e.getMessage());
      case IDLE, WAITING -> List.of();
    };
  }

  private List<Effect> answered(ClientResponse response) {
    String function = current().function();
    return switch (response) {
      case ClientResponse.Value r ->
          function.equals(Functions.READ)
              ? complete(new Completion.Ok(RaftValues.fromRegister(r.value())))
              : doubt("an answer to something else");
      case ClientResponse.Ok r ->
          function.equals(Functions.READ)
              ? doubt("an answer to something else")
              : complete(new Completion.Ok(Value.NIL));
      case ClientResponse.No r ->
          switch (function) {
            case Functions.CAS -> complete(new Completion.Fail(Completion.Fail.MISMATCH));
            case Functions.APPEND -> complete(new Completion.Fail("the list is full"));
            default -> doubt("an answer to something else");
          };
      case ClientResponse.NotLeader r -> elsewhere("not leader", r.leader());
      case ClientResponse.Refused r -> complete(new Completion.Fail("refused: " + r.reason()));
      case ClientResponse.Unknown r -> doubt("unknown: " + r.reason());
      case ClientResponse.Opened r -> doubt("an answer to something else");
      case ClientResponse.Page r -> doubt("an answer to something else");
      case ClientResponse.Status r -> doubt("an answer to something else");
      case ClientResponse.ProbeAccount r -> doubt("an answer to something else");
    };
  }

  private List<Effect> disconnected(Input.Disconnected lost) {
    nodes.lost(lost.node());
    if (!lost.node().equals(node)) {
      return List.of();
    }
    return switch (state) {
      case GREETING -> {
        nodes.silent(node);
        yield elsewhere("no connection", null);
      }
      case ASKING ->
          lost.surelyUnsent() ? elsewhere("no connection", null) : doubt("connection lost");
      case IDLE, WAITING -> List.of();
    };
  }

  /** Only for what was surely not appended. A hint is followed at once, else there is a pause. */
  private List<Effect> elsewhere(String why, @Nullable String hint) {
    if (place.pinnedTo() != null) {
      return complete(new Completion.Fail(why));
    }
    String next = hint == null ? nodes.after(node) : nodes.hinted(hint, node);
    boolean hinted = next.equals(hint);
    if (tries >= Math.min(TRIES_LIMIT, ROUNDS * nodes.answering())) {
      node = next;
      if (forgives) {
        nodes.forgive();
      }
      return complete(new Completion.Fail(why + ", and no leader in " + tries + " tries"));
    }
    if (hinted && tries == 1) {
      return turnTo(next);
    }
    node = next;
    state = State.WAITING;
    requestId++;
    long pause = Math.min(LAST_BACK_OFF_NANOS, FIRST_BACK_OFF_NANOS << Math.min(tries - 1, 6));
    return List.of(new Effect.SetTimer(requestId, pause));
  }

  private List<Effect> doubt(String why) {
    return complete(
        current().function().equals(Functions.READ)
            ? new Completion.Fail(why)
            : new Completion.Info(why));
  }

  private List<Effect> complete(Completion completion) {
    state = State.IDLE;
    invocation = null;
    return List.of(new Effect.Complete(completion, node));
  }

  private Invocation current() {
    Invocation open = invocation;
    if (open == null) {
      throw new IllegalStateException("no operation is under way");
    }
    return open;
  }
}
