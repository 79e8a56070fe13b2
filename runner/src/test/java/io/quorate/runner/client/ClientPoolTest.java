package io.quorate.runner.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.history.Value;
import io.quorate.runner.client.LineServer.Heard;
import io.quorate.systems.ClientPlace;
import io.quorate.trial.Event;
import io.quorate.workload.ClientSession;
import io.quorate.workload.ClientSession.Effect;
import io.quorate.workload.ClientSession.Input;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes, timers and losses of client sessions over sockets that are real. */
class ClientPoolTest {
  private static final ClientPlace PLACE = new ClientPlace("c1", "n1", List.of("n1"), null);
  private static final long TOKEN = 7;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
  private LineServer server;

  @BeforeEach
  void openServer() throws IOException {
    server = new LineServer();
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void anAnswerCompletesTheOperationThatAsked() throws Exception {
    try (ClientPool pool = pool(server.address(), this::asking)) {
      pool.invoke(0, 4, write("a"));
      assertThat(server.next().line()).isEqualTo("hello c1");
      Heard request = server.next();
      request.answer("done");

      assertThat(request.line()).isEqualTo("a");
      assertThat(next(events)).isEqualTo(completed(4, new Completion.Ok(Value.of("done"))));
    }
  }

  @Test
  void aConnectionIsUsedAgainWhileNothingIsInDoubt() throws Exception {
    try (ClientPool pool = pool(server.address(), this::asking)) {
      pool.invoke(0, 1, write("a"));
      server.next();
      Heard first = server.next();
      first.answer("1");
      next(events);
      pool.invoke(0, 1, write("b"));

      Heard second = server.next();

      assertThat(second).isEqualTo(new Heard(first.connection(), "b"));
    }
  }

  @Test
  void aLateAnswerIsNeverTakenForTheNextOperation() throws Exception {
    try (ClientPool pool = pool(server.address(), this::asking)) {
      pool.invoke(0, 1, write("old"));
      server.next();
      Heard old = server.next();

      pool.abandon(0, 1);
      old.answer("late");
      pool.invoke(0, 2, write("new"));
      Heard fresh = heard("new");
      fresh.answer("right");

      assertThat(fresh.connection()).isNotSameAs(old.connection());
      assertThat(next(events)).isEqualTo(completed(2, new Completion.Ok(Value.of("right"))));
      assertThat(events).isEmpty();
    }
  }

  @Test
  void givingUpWhatIsOverAlreadyChangesNothing() throws Exception {
    try (ClientPool pool = pool(server.address(), this::asking)) {
      pool.invoke(0, 1, write("a"));
      server.next();
      Heard first = server.next();
      first.answer("1");
      next(events);

      pool.abandon(0, 1);
      pool.invoke(0, 2, write("b"));

      assertThat(server.next()).isEqualTo(new Heard(first.connection(), "b"));
    }
  }

  @Test
  void afterADoubtTheOldConnectionIsNotUsedAgain() throws Exception {
    try (ClientPool pool = pool(server.address(), this::asking)) {
      pool.invoke(0, 1, write("a"));
      server.next();
      Heard old = server.next();
      old.answer("?");
      assertThat(next(events)).isEqualTo(completed(1, new Completion.Info("what?")));

      pool.invoke(0, 2, write("b"));

      assertThat(heard("b").connection()).isNotSameAs(old.connection());
    }
  }

  @Test
  void aRefusedConnectionSurelySentNothing() throws Exception {
    InetSocketAddress nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = new InetSocketAddress(closed.getInetAddress(), closed.getLocalPort());
    }
    try (ClientPool pool = pool(nobody, this::asking)) {
      pool.invoke(0, 1, write("a"));

      assertThat(next(inputs)).isInstanceOf(Input.Start.class);
      assertThat(next(inputs)).isEqualTo(new Input.Disconnected("n1", true));
      assertThat(next(events)).isEqualTo(completed(1, new Completion.Fail("unsent")));
    }
  }

  @Test
  void aConnectionLostAfterTheRequestWasReadLeavesADoubt() throws Exception {
    try (ClientPool pool = pool(server.address(), this::asking)) {
      pool.invoke(0, 1, write("a"));
      server.next();
      server.next().connection().close();

      assertThat(next(inputs)).isInstanceOf(Input.Start.class);
      assertThat(next(inputs)).isEqualTo(new Input.Disconnected("n1", false));
      assertThat(next(events)).isEqualTo(completed(1, new Completion.Info("lost")));
    }
  }

  @Test
  void aTimerFiresWithItsToken() throws Exception {
    try (ClientPool pool = pool(server.address(), place -> session(place, 1L))) {
      pool.invoke(0, 1, write("a"));

      assertThat(next(inputs)).isInstanceOf(Input.Start.class);
      assertThat(next(inputs)).isEqualTo(new Input.TimedOut(TOKEN));
    }
  }

  @Test
  void closingEndsEveryConnectionAndNothingIsReportedAfterwards() throws Exception {
    ClientPool pool = pool(server.address(), this::asking);
    pool.invoke(0, 1, write("a"));
    server.next();
    Heard request = server.next();

    pool.close();
    pool.invoke(0, 2, write("b"));

    assertThat(server.next()).isEqualTo(new Heard(request.connection(), null));
    assertThat(events).isEmpty();
    assertThat(next(inputs)).isInstanceOf(Input.Start.class);
    assertThat(inputs).isEmpty();
  }

  /** Returns where {@code line} was heard; ends of other connections may be heard before. */
  private Heard heard(String line) throws InterruptedException {
    Heard heard = server.next();
    while (!line.equals(heard.line())) {
      heard = server.next();
    }
    return heard;
  }

  private ClientPool pool(InetSocketAddress address, Sessions sessions) {
    return new ClientPool(
        sessions::at,
        LineServer.LINES,
        List.of(PLACE),
        Map.of(new Link("c1", "n1"), address),
        events::add);
  }

  private ClientSession asking(ClientPlace place) {
    return session(place, null);
  }

  private ClientSession session(ClientPlace place, @Nullable Long timerNanos) {
    return input -> {
      inputs.add(input);
      return switch (input) {
        case Input.Start s -> {
          String text = ((Value.Text) s.invocation().argument()).text();
          Effect send = new Effect.Send(place.first(), LineServer.frame(text));
          yield timerNanos == null
              ? List.of(send)
              : List.of(send, new Effect.SetTimer(TOKEN, timerNanos));
        }
        case Input.Received r -> over(place, answered(new String(r.frame(), UTF_8)));
        case Input.Disconnected d ->
            over(
                place,
                d.surelyUnsent() ? new Completion.Fail("unsent") : new Completion.Info("lost"));
        case Input.TimedOut t -> over(place, new Completion.Info("time-out"));
      };
    };
  }

  private static Completion answered(String text) {
    return text.equals("?") ? new Completion.Info("what?") : new Completion.Ok(Value.of(text));
  }

  private static List<Effect> over(ClientPlace place, Completion completion) {
    return List.of(new Effect.Complete(completion, place.first()));
  }

  private static Invocation write(String text) {
    return new Invocation("write", "k", Value.of(text));
  }

  private static Event completed(long process, Completion completion) {
    return new Event.Completed(0, process, completion, "n1");
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(LineServer.PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing happened");
    }
    return next;
  }

  private interface Sessions {
    ClientSession at(ClientPlace place);
  }
}
