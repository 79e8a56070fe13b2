package io.quorate.systems.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.systems.ClientPlace;
import io.quorate.workload.ClientSession.Effect;
import io.quorate.workload.ClientSession.Input;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every input in every state, told in words: see {@link #play}. */
class RaftSessionTest {
  private static final List<String> NODES = List.of("n1", "n2", "n3");

  /**
   * What an answer, or its absence, means for each operation while node n1 is asked, pinned to it
   * and not.
   */
  @ParameterizedTest(name = "{0} {1} {2} -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pinned  | read  | value i:5       | ok 5
          pinned  | read  | value null      | ok nil
          pinned  | write | ok              | ok nil
          pinned  | cas   | ok              | ok nil
          pinned  | cas   | no              | fail mismatch
          pinned  | read  | unknown why     | fail unknown: why
          pinned  | write | unknown why     | info unknown: why
          pinned  | cas   | unknown why     | info unknown: why
          pinned  | read  | refused full    | fail refused: full
          pinned  | write | refused full    | fail refused: full
          pinned  | write | notleader n2    | fail not leader
          pinned  | read  | notleader -     | fail not leader
          pinned  | write | unsent          | fail no connection
          pinned  | read  | lost            | fail connection lost
          pinned  | write | lost            | info connection lost
          pinned  | cas   | lost            | info connection lost
          pinned  | write | value i:5       | info an answer to something else
          pinned  | read  | ok              | fail an answer to something else
          pinned  | write | no              | info an answer to something else
          pinned  | write | garbage         | info malformed answer: a frame of 3 bytes
          pinned  | read  | garbage         | fail malformed answer: a frame of 3 bytes
          follows | write | unknown why     | info unknown: why
          follows | write | lost            | info connection lost
          follows | read  | lost            | fail connection lost
          follows | write | refused full    | fail refused: full
          follows | write | notleader n2    | write@n2
          follows | read  | notleader n3    | read@n3
          follows | cas   | notleader -     | timer 10 ms
          follows | write | notleader n9    | timer 10 ms
          follows | write | notleader n1    | timer 10 ms
          follows | write | unsent          | timer 10 ms
          """)
  void anAnswerMeans(String place, String operation, String answer, String effect) {
    String script = operation + "; " + answer;

    assertThat(play(session(place), script).getLast()).isEqualTo(effect);
  }

  @Test
  void aHintIsFollowedAtOnceAndTheSecondRedirectionPauses() {
    assertThat(play(session("follows"), "write; notleader n3; notleader n2; timer; ok"))
        .containsExactly("write@n1", "write@n3", "timer 20 ms", "write@n2", "ok nil");
  }

  @Test
  void theLeaderThatAnsweredIsAskedFirstTheNextTime() {
    assertThat(play(session("follows"), "write; notleader n3; ok; read; value i:5"))
        .containsExactly("write@n1", "write@n3", "ok nil", "read@n3", "ok 5");
  }

  @Test
  void triesAreBoundedAndEndInADefiniteFailure() {
    List<String> script = new ArrayList<>(List.of("write"));
    for (int i = 1; i < RaftSession.TRIES_LIMIT; i++) {
      script.add("notleader -");
      script.add("timer");
    }
    script.add("notleader -");

    List<String> effects = play(session("follows"), String.join("; ", script));

    assertThat(effects.getLast()).isEqualTo("fail not leader, and no leader in 10 tries");
    assertThat(effects).filteredOn(e -> e.startsWith("write@")).hasSize(RaftSession.TRIES_LIMIT);
  }

  @Test
  void whatDoesNotConcernTheOpenRequestIsIgnored() {
    assertThat(
            play(
                session("follows"),
                "write; stale ok; connection refused; lost n2; timer; foreign ok; ok"))
        .containsExactly("write@n1", "ok nil");
  }

  @Test
  void anIdleSessionIgnoresEverythingButAStart() {
    assertThat(play(session("follows"), "ok; lost; timer; garbage")).isEmpty();
  }

  @Test
  void aWaitingSessionHearsOnlyItsTimer() {
    assertThat(play(session("follows"), "write; notleader -; ok; lost; garbage; timer"))
        .containsExactly("write@n1", "timer 10 ms", "write@n2");
  }

  @Test
  void anOperationTheServerHasNoFormForIsNeverSent() {
    RaftSession session = session("follows");

    for (Invocation impossible :
        List.of(
            new Invocation("append", "x", Value.of(1)),
            new Invocation("cas", "x", Value.of(1)),
            new Invocation("write", "x", Value.sequence(Value.of(1))),
            new Invocation("write", "x", Value.of("v".repeat(70_000))),
            new Invocation("write", "x", Value.of("\uD83D")),
            new Invocation("read", "k".repeat(600), Value.NIL))) {
      assertThat(session.step(new Input.Start(impossible)))
          .singleElement()
          .isInstanceOfSatisfying(
              Effect.Complete.class,
              done ->
                  assertThat(done.completion())
                      .isInstanceOfSatisfying(
                          Completion.Fail.class,
                          fail -> assertThat(fail.error()).startsWith("not sent: ")));
    }
  }

  @Test
  void aSecondStartWhileOneIsUnderWayIsTheCallersMistake() {
    RaftSession session = session("follows");
    session.step(new Input.Start(invocation("read")));

    assertThatThrownBy(() -> session.step(new Input.Start(invocation("read"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWorkloadWithoutKeysHasOneRegister() {
    List<Effect> effects =
        session("pinned").step(new Input.Start(new Invocation("read", null, Value.NIL)));

    assertThat(RequestFrames.decode(((Effect.Send) effects.getFirst()).frame()))
        .isEqualTo(new ClientRequest.Read(1, RaftRequests.ONLY_KEY));
  }

  private static RaftSession session(String place) {
    return new RaftSession(
        new ClientPlace("c1", "n1", NODES, place.equals("pinned") ? "n1" : null));
  }

  private static Invocation invocation(String function) {
    return new Invocation(
        function,
        "x",
        switch (function) {
          case "write" -> Value.of(7);
          case "cas" -> Value.sequence(Value.of(5), Value.of(7));
          default -> Value.NIL;
        });
  }

  /** Plays inputs as words and returns effects as words. */
  private static List<String> play(RaftSession session, String script) {
    List<String> said = new ArrayList<>();
    String node = "n1";
    long id = 0;
    long token = 0;
    for (String input : script.split("; ")) {
      for (Effect effect : session.step(input(input, node, id, token))) {
        switch (effect) {
          case Effect.Send e -> {
            node = e.node();
            id = RequestFrames.decode(e.frame()).id();
            said.add(word(RequestFrames.decode(e.frame())) + "@" + node);
          }
          case Effect.SetTimer e -> {
            token = e.token();
            said.add("timer " + e.delayNanos() / 1_000_000 + " ms");
          }
          case Effect.Complete e -> said.add(word(e.completion()));
        }
      }
    }
    return said;
  }

  private static Input input(String input, String node, long id, long token) {
    String[] words = input.split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "read", "write", "cas" -> new Input.Start(invocation(words[0]));
      case "timer" -> new Input.TimedOut(token);
      case "unsent" -> new Input.Disconnected(node, true);
      case "lost" -> new Input.Disconnected(rest.isEmpty() ? node : rest, false);
      case "garbage" -> new Input.Received(node, new byte[] {1, 2, 3});
      case "stale" -> answer(node, new ClientResponse.Ok(id + 1000));
      case "foreign" -> answer("n3", new ClientResponse.Ok(id));
      case "connection" -> answer(node, new ClientResponse.Refused(0, "stranger"));
      default -> answer(node, response(words[0], rest, Math.max(id, 1)));
    };
  }

  private static ClientResponse response(String kind, String rest, long id) {
    return switch (kind) {
      case "value" -> new ClientResponse.Value(id, nullable(rest, "null"));
      case "ok" -> new ClientResponse.Ok(id);
      case "no" -> new ClientResponse.No(id);
      case "notleader" -> new ClientResponse.NotLeader(id, nullable(rest, "-"));
      case "refused" -> new ClientResponse.Refused(id, rest);
      case "unknown" -> new ClientResponse.Unknown(id, rest);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static @Nullable String nullable(String text, String absent) {
    return text.equals(absent) ? null : text;
  }

  private static Input answer(String node, ClientResponse response) {
    return new Input.Received(node, ResponseFrames.encode(response));
  }

  private static String word(ClientRequest request) {
    return switch (request) {
      case ClientRequest.Read r -> "read";
      case ClientRequest.Write r -> "write";
      case ClientRequest.CompareAndSet r -> "cas";
      case ClientRequest.Status r -> "status";
      case ClientRequest.Probe r -> "probe";
      case ClientRequest.ProbePeers r -> "probe peers";
      case ClientRequest.ProbeAccount r -> "account";
    };
  }

  private static String word(Completion completion) {
    return switch (completion) {
      case Completion.Ok c -> "ok " + c.output();
      case Completion.Fail c -> "fail " + c.error();
      case Completion.Info c -> "info " + c.error();
    };
  }
}
