package io.quorate.systems.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.cluster.LinkControl;
import io.quorate.cluster.Site;
import io.quorate.cluster.deploy.Deployment;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.local.LocalWorld;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import io.quorate.history.Completion;
import io.quorate.history.Evidence.Probe;
import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.history.Value;
import io.quorate.nemesis.NodeView;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.ControlPath;
import io.quorate.systems.SystemUnderTest;
import io.quorate.systems.catalogue.Systems;
import io.quorate.workload.ClientSession;
import io.quorate.workload.ClientSession.Effect;
import io.quorate.workload.ClientSession.Input;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys over the embedded SSH servers of a local world and speaks through its proxies. */
class ThreeNodesEndToEndTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  @TempDir Path directory;

  @Test
  void aDeployedClusterAnswersIsCutIsProvenCutAndHeals() throws Exception {
    SystemUnderTest raft = Systems.named("raft", "end-to-end", 1);
    Ledger ledger = Ledger.open(directory.resolve("ledger.jsonl"));
    try (LocalWorld world = LocalWorld.open(directory, 3, 1, Hearing.SOUND, ledger);
        Deployment deployment = new Deployment(world, raft, ledger);
        ControlPath control = raft.control(world)) {
      deployment.install();
      deployment.start();
      String leader = awaitLeader(control);

      assertThat(run(world, raft, "c1", write("x", 42))).isEqualTo(new Completion.Ok(Value.NIL));
      assertThat(run(world, raft, "c2", read("x"))).isEqualTo(new Completion.Ok(Value.of(42)));

      LinkControl links = world.links().orElseThrow();
      List<Link> all = List.copyOf(links.links());
      assertThat(control.probe(all))
          .extracting(Probe::link, Probe::arrived)
          .containsExactlyInAnyOrderElementsOf(all.stream().map(l -> tuple(l, true)).toList());

      List<Link> oneWay = all.stream().filter(link -> link.from().equals(leader)).toList();
      links.cut("f1", oneWay);
      assertThat(control.probe(all))
          .as("only what the leader %s sends is lost", leader)
          .extracting(Probe::link, Probe::arrived)
          .containsExactlyInAnyOrderElementsOf(
              all.stream().map(l -> tuple(l, !oneWay.contains(l))).toList());

      await("another leader", () -> otherLeader(control, leader));
      links.lift("f1");
      await("everybody follows one leader", () -> agreed(control));
      assertThat(control.probe(all)).allMatch(Probe::arrived).hasSameSizeAs(all);
      assertThat(run(world, raft, "c3", read("x"))).isEqualTo(new Completion.Ok(Value.of(42)));
    } finally {
      ledger.close();
    }
  }

  @Test
  void aKilledNodeIsSilentAndComesBackWithWhatItHad() throws Exception {
    SystemUnderTest raft = Systems.named("raft:stale-read-from-memory", "end-to-end", 2);
    Ledger ledger = Ledger.open(directory.resolve("ledger.jsonl"));
    try (LocalWorld world = LocalWorld.open(directory, 3, 2, Hearing.SOUND, ledger);
        Deployment deployment = new Deployment(world, raft, ledger);
        ControlPath control = raft.control(world)) {
      deployment.install();
      deployment.start();
      String leader = awaitLeader(control);
      assertThat(raft.name()).isEqualTo("raft:B07");
      assertThat(run(world, raft, "c1", write("x", 1))).isEqualTo(new Completion.Ok(Value.NIL));

      Objects.requireNonNull(deployment.daemons().get(leader)).kill();
      assertThat(control.observe())
          .filteredOn(view -> view.node().equals(leader))
          .singleElement()
          .matches(view -> !view.answered());

      await("another leader", () -> otherLeader(control, leader));
      deployment.start(leader);
      await("everybody follows one leader", () -> agreed(control));
      assertThat(run(world, raft, "c1", read("x"))).isEqualTo(new Completion.Ok(Value.of(1)));
    } finally {
      ledger.close();
    }
  }

  private static org.assertj.core.groups.Tuple tuple(Link link, boolean arrived) {
    return org.assertj.core.api.Assertions.tuple(link, arrived);
  }

  private static Invocation read(String key) {
    return new Invocation("read", key, Value.NIL);
  }

  private static Invocation write(String key, long value) {
    return new Invocation("write", key, Value.of(value));
  }

  private static String awaitLeader(ControlPath control) {
    await("a leader", () -> agreed(control));
    return control.observe().stream()
        .filter(view -> view.role() == NodeView.Role.LEADER)
        .map(NodeView::node)
        .findFirst()
        .orElseThrow();
  }

  private static boolean agreed(ControlPath control) {
    List<NodeView> views = control.observe();
    return views.stream().allMatch(NodeView::answered)
        && views.stream().map(NodeView::term).distinct().count() == 1
        && views.stream().filter(v -> v.role() == NodeView.Role.LEADER).count() == 1;
  }

  private static boolean otherLeader(ControlPath control, String old) {
    return control.observe().stream()
        .anyMatch(v -> v.role() == NodeView.Role.LEADER && !v.node().equals(old));
  }

  private static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as(what).isNegative();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** A blocking world for one session: one connection a send, timers slept through. */
  private static Completion run(
      LocalWorld world, SystemUnderTest raft, String group, Invocation invocation)
      throws IOException {
    Site home =
        world.sites().stream().filter(s -> s.clients().equals(group)).findFirst().orElseThrow();
    List<String> nodes = world.sites().stream().map(Site::node).toList();
    ClientPlace place = new ClientPlace(group, home.node(), nodes, null);
    ClientSession session = raft.session(place);
    Deque<Effect> effects = new ArrayDeque<>(session.step(new Input.Start(invocation)));
    while (true) {
      switch (effects.remove()) {
        case Effect.Complete done -> {
          return done.completion();
        }
        case Effect.SetTimer timer -> {
          LockSupport.parkNanos(timer.delayNanos());
          effects.addAll(session.step(new Input.TimedOut(timer.token())));
        }
        case Effect.Send send -> effects.addAll(sent(world, raft, place, session, send));
      }
    }
  }

  private static List<Effect> sent(
      LocalWorld world,
      SystemUnderTest raft,
      ClientPlace place,
      ClientSession session,
      Effect.Send send)
      throws IOException {
    List<Effect> effects = new ArrayList<>();
    try (Socket socket = new Socket()) {
      socket.connect(world.dial(place.group(), send.node()).resolve(), 1000);
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(raft.framing().hello(place));
      socket.getOutputStream().write(send.frame());
      byte[] answer = raft.framing().read(socket.getInputStream());
      effects.addAll(
          session.step(
              answer == null
                  ? new Input.Disconnected(send.node(), false)
                  : new Input.Received(send.node(), answer)));
    }
    return effects;
  }
}
