package io.quorate.simulation.world;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.workload.ClientSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The least a client of the register server can be: asks one node, follows one hint, doubts. */
final class PlainSession implements ClientSession {
  private final @Nullable String pinnedTo;
  private String node;
  private @Nullable Invocation asked;
  private long id;
  private int tries;

  PlainSession(String home, @Nullable String pinnedTo) {
    this.pinnedTo = pinnedTo;
    node = pinnedTo == null ? home : pinnedTo;
  }

  @Override
  public List<Effect> step(Input input) {
    return switch (input) {
      case Input.Start start -> {
        asked = start.invocation();
        tries = 0;
        yield ask();
      }
      case Input.Received received -> received(received.frame());
      case Input.Disconnected lost ->
          ended(
              lost.surelyUnsent()
                  ? new Completion.Fail("no connection")
                  : new Completion.Info("connection lost"));
      case Input.TimedOut timer -> ask();
    };
  }

  private List<Effect> ask() {
    return List.of(new Effect.Send(node, RequestFrames.encode(request(++id))));
  }

  private ClientRequest request(long number) {
    Invocation open = open();
    String key = String.valueOf(open.key());
    return switch (open.function()) {
      case "read" -> new ClientRequest.Read(number, key);
      case "write" -> new ClientRequest.Write(number, key, text(open.argument()));
      default -> {
        Value.Sequence pair = (Value.Sequence) open.argument();
        yield new ClientRequest.CompareAndSet(
            number, key, text(pair.items().get(0)), text(pair.items().get(1)));
      }
    };
  }

  private static @Nullable String text(Value value) {
    return value instanceof Value.Int number ? Long.toString(number.number()) : null;
  }

  private List<Effect> received(byte[] frame) {
    ClientResponse response;
    try {
      response = ResponseFrames.decode(frame);
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(e);
    }
    if (asked == null || response.id() != id) {
      return List.of();
    }
    return switch (response) {
      case ClientResponse.Value v -> {
        String text = v.value();
        yield ended(new Completion.Ok(text == null ? Value.NIL : Value.of(Long.parseLong(text))));
      }
      case ClientResponse.Ok ok -> ended(new Completion.Ok(Value.NIL));
      case ClientResponse.No no -> ended(new Completion.Fail(Completion.Fail.MISMATCH));
      case ClientResponse.NotLeader no
          when no.leader() != null && pinnedTo == null && tries == 0 -> {
        tries++;
        node = no.leader();
        yield ask();
      }
      case ClientResponse.NotLeader no -> ended(new Completion.Fail("not leader"));
      case ClientResponse.Refused no -> ended(new Completion.Fail("refused"));
      case ClientResponse r -> ended(new Completion.Info("unknown"));
    };
  }

  private List<Effect> ended(Completion completion) {
    Completion told =
        completion instanceof Completion.Info && open().function().equals("read")
            ? new Completion.Fail("no answer")
            : completion;
    asked = null;
    return List.of(new Effect.Complete(told, node));
  }

  private Invocation open() {
    if (asked == null) {
      throw new IllegalStateException("nothing was asked");
    }
    return asked;
  }
}
