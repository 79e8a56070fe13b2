package io.quorate.systems.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.raft.Role;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.systems.ClientPlace;
import io.quorate.workload.ClientSession.Effect;
import io.quorate.workload.ClientSession.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one client makes of every answer, silence and loss. */
class RaftSessionTest {
  private static final Invocation READ = new Invocation("read", "k1", Value.NIL);
  private static final Invocation WRITE = new Invocation("write", "k1", Value.of(7));
  private static final Invocation CAS =
      new Invocation("cas", "k1", Value.sequence(Value.of(7), Value.of(8)));
  private static final List<String> NODES = List.of("n1", "n2", "n3");

  private final RaftSession session = new RaftSession(new ClientPlace("c1", "n1", NODES, null));

  @Test
  void aNodeIsGreetedBeforeItIsAskedTheFirstTime() throws Exception {
    List<Effect> first = session.step(new Input.Start(WRITE));

    assertThat(request(first)).isInstanceOf(ClientRequest.Status.class);
    assertThat(first.get(1)).isInstanceOf(Effect.SetTimer.class);
    assertThat(request(session.step(status("n1", request(first).id()))))
        .isInstanceOf(ClientRequest.Write.class);
  }

  @Test
  void aNodeThatAnsweredIsAskedAtOnceTheNextTime() throws Exception {
    acknowledged(WRITE);

    List<Effect> second = session.step(new Input.Start(READ));

    assertThat(request(second)).isInstanceOf(ClientRequest.Read.class);
  }

  @Test
  void silenceToAGreetingIsNoDoubtAndTheNextNodeIsTried() throws Exception {
    long greeting = request(session.step(new Input.Start(WRITE))).id();

    List<Effect> pause = session.step(new Input.TimedOut(greeting));
    List<Effect> next = session.step(new Input.TimedOut(timer(pause)));

    assertThat(send(next).node()).isEqualTo("n2");
    assertThat(request(next)).isInstanceOf(ClientRequest.Status.class);
  }

  @Test
  void anOperationFailsForSureWhenEveryNodeIsSilent() throws Exception {
    List<Effect> effects = session.step(new Input.Start(WRITE));
    while (!(effects.getLast() instanceof Effect.Complete)) {
      effects = session.step(new Input.TimedOut(timer(effects)));
    }

    assertThat(completion(effects)).isInstanceOf(Completion.Fail.class);
  }

  @Test
  void aSilentNodeIsLeftAloneWhileOthersAnswer() throws Exception {
    long greeting = request(session.step(new Input.Start(WRITE))).id();
    long paused = timer(session.step(new Input.TimedOut(greeting)));
    long second = request(session.step(new Input.TimedOut(paused))).id();
    long write = request(session.step(status("n2", second))).id();
    session.step(received("n2", new ClientResponse.Ok(write)));

    List<Effect> next = session.step(new Input.Start(WRITE));

    assertThat(send(next).node()).isEqualTo("n2");
  }

  @Test
  void aLateAnswerToAGreetingMakesANodeWelcomeAgain() throws Exception {
    long greeting = request(session.step(new Input.Start(WRITE))).id();
    long paused = timer(session.step(new Input.TimedOut(greeting)));
    long second = request(session.step(new Input.TimedOut(paused))).id();
    session.step(status("n1", greeting));
    long write = request(session.step(status("n2", second))).id();

    List<Effect> next = session.step(received("n2", new ClientResponse.NotLeader(write, "n1")));
    List<Effect> hinted = session.step(new Input.TimedOut(timer(next)));

    assertThat(send(hinted).node()).isEqualTo("n1");
    assertThat(request(hinted)).isInstanceOf(ClientRequest.Write.class);
  }

  @Test
  void aHintIsFollowedAtOnceTheFirstTime() throws Exception {
    long write = asked(WRITE);

    List<Effect> next = session.step(received("n1", new ClientResponse.NotLeader(write, "n3")));

    assertThat(send(next).node()).isEqualTo("n3");
  }

  @Test
  void aReadAndAWriteAndACasEndAsTheServerSays() throws Exception {
    assertThat(answer(READ, new ClientResponse.Value(0, null)))
        .isEqualTo(new Completion.Ok(Value.NIL));
    assertThat(answer(WRITE, new ClientResponse.Ok(0))).isEqualTo(new Completion.Ok(Value.NIL));
    assertThat(answer(CAS, new ClientResponse.Ok(0))).isEqualTo(new Completion.Ok(Value.NIL));
    assertThat(answer(CAS, new ClientResponse.No(0)))
        .isEqualTo(new Completion.Fail(Completion.Fail.MISMATCH));
    assertThat(answer(WRITE, new ClientResponse.Refused(0, "busy")))
        .isInstanceOf(Completion.Fail.class);
  }

  @Test
  void doubtIsUnknownForWhatMayTakeEffectAndFailureForAReadAlone() throws Exception {
    assertThat(answer(WRITE, new ClientResponse.Unknown(0, "stepped down")))
        .isInstanceOf(Completion.Info.class);
    assertThat(answer(CAS, new ClientResponse.Unknown(0, "stepped down")))
        .isInstanceOf(Completion.Info.class);
    assertThat(answer(READ, new ClientResponse.Unknown(0, "stepped down")))
        .isInstanceOf(Completion.Fail.class);
    assertThat(answer(WRITE, new ClientResponse.Value(0, "i:3")))
        .as("an answer to something else")
        .isInstanceOf(Completion.Info.class);
  }

  @Test
  void aConnectionLostAfterAskingIsADoubtUnlessNothingLeft() throws Exception {
    asked(WRITE);
    assertThat(completion(session.step(new Input.Disconnected("n1", false))))
        .isInstanceOf(Completion.Info.class);

    asked(WRITE);
    assertThat(session.step(new Input.Disconnected("n1", true)).getLast())
        .as("surely unsent: tried elsewhere")
        .isInstanceOf(Effect.SetTimer.class);
  }

  @Test
  void aPinnedClientAsksNobodyElse() throws Exception {
    RaftSession pinned = new RaftSession(new ClientPlace("c1", "n1", NODES, "n2"));
    long greeting = request(pinned.step(new Input.Start(READ))).id();
    long read = request(pinned.step(status("n2", greeting))).id();

    List<Effect> end = pinned.step(received("n2", new ClientResponse.NotLeader(read, "n1")));

    assertThat(completion(end)).isEqualTo(new Completion.Fail("not leader"));
  }

  @Test
  void anAnswerToAnEarlierTryIsIgnored() throws Exception {
    long write = asked(WRITE);

    assertThat(session.step(received("n1", new ClientResponse.Ok(write - 1)))).isEmpty();
    assertThat(session.step(received("n2", new ClientResponse.Ok(write)))).isEmpty();
  }

  private Completion answer(Invocation invocation, ClientResponse response) throws Exception {
    long id = asked(invocation);
    ClientResponse own =
        switch (response) {
          case ClientResponse.Value v -> new ClientResponse.Value(id, v.value());
          case ClientResponse.Ok o -> new ClientResponse.Ok(id);
          case ClientResponse.No n -> new ClientResponse.No(id);
          case ClientResponse.Refused r -> new ClientResponse.Refused(id, r.reason());
          case ClientResponse.Unknown u -> new ClientResponse.Unknown(id, u.reason());
          case ClientResponse r -> r;
        };
    return completion(session.step(received("n1", own)));
  }

  private void acknowledged(Invocation invocation) throws Exception {
    session.step(received("n1", new ClientResponse.Ok(asked(invocation))));
  }

  /** Starts an operation, has the greeting answered where there is one; returns its request id. */
  private long asked(Invocation invocation) throws Exception {
    List<Effect> effects = session.step(new Input.Start(invocation));
    ClientRequest first = request(effects);
    return first instanceof ClientRequest.Status
        ? request(session.step(status("n1", first.id()))).id()
        : first.id();
  }

  private static Input status(String node, long id) {
    return received(
        node, new ClientResponse.Status(id, node, Role.LEADER, 1, node, 0, 0, List.of()));
  }

  private static Input received(String node, ClientResponse response) {
    return new Input.Received(node, ResponseFrames.encode(response));
  }

  private static Effect.Send send(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Send.class::isInstance)
        .map(Effect.Send.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is sent: " + effects));
  }

  private static ClientRequest request(List<Effect> effects) throws Exception {
    return RequestFrames.decode(send(effects).frame());
  }

  private static long timer(List<Effect> effects) {
    Effect last = effects.getLast();
    assertThat(last).isInstanceOf(Effect.SetTimer.class);
    return ((Effect.SetTimer) last).token();
  }

  private static Completion completion(List<Effect> effects) {
    assertThat(effects.getLast()).isInstanceOf(Effect.Complete.class);
    return ((Effect.Complete) effects.getLast()).completion();
  }
}
