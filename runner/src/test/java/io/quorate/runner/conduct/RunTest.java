package io.quorate.runner.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quorate.checker.Verdict;
import io.quorate.cluster.Capabilities;
import io.quorate.cluster.Capability;
import io.quorate.cluster.RemoteException;
import io.quorate.history.Entry;
import io.quorate.history.RandomStream;
import io.quorate.history.file.HistoryReader;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.NodeView.Role;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.Ending;
import io.quorate.runner.PlanRefused;
import io.quorate.runner.Recording;
import io.quorate.runner.RegisterServer;
import io.quorate.runner.live.Progress;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.trial.Phase;
import io.quorate.workload.Workload;
import io.quorate.workload.library.Workloads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run ends, it says how, and what it stood on is taken down in the opposite order. */
class RunTest {
  private static final List<NodeView> LED =
      List.of(view("n1", Role.LEADER), view("n2", Role.FOLLOWER), view("n3", Role.FOLLOWER));
  private static final List<NodeView> UNLED =
      List.of(view("n1", Role.FOLLOWER), view("n2", Role.CANDIDATE), view("n3", Role.FOLLOWER));

  @TempDir Path folder;
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Capabilities capabilities = Capabilities.ALL;
  private List<String> logs = List.of();
  private Consumer<Phase> entered = phase -> {};
  private RegisterServer server;

  @BeforeEach
  void openServer() throws IOException {
    server = new RegisterServer();
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void aRunThatGoesThroughAllItsPhasesIsCompletedAndItsHistoryJudged() throws Exception {
    Recording recording = run(plan(), LED, Set.of()).execute();

    assertThat(recording.ending()).isEqualTo(new Ending.Completed(List.of()));
    assertThat(Checking.USUAL.check(HistoryReader.read(folder.resolve("history.jsonl"))).overall())
        .isInstanceOf(Verdict.Linearizable.class);
  }

  @Test
  void whatWasBroughtUpIsTakenDownInTheOppositeOrder() throws Exception {
    run(plan(), LED, Set.of()).execute();

    assertThat(done.subList(0, 3))
        .containsExactlyInAnyOrder("installed n1", "installed n2", "installed n3");
    assertThat(done.subList(3, done.size()))
        .containsExactly("control opened", "links healed", "control closed", "world closed");
    assertThat(told)
        .containsExactly(
            "bringing up 3 hosts on local",
            "installing fake",
            "starting fake on 3 nodes",
            "waiting until it answers",
            "collecting logs and traces",
            "taking everything down");
  }

  @Test
  void aControlPathThatCannotBeOpenedTakesTheWorldDownAgain() throws Exception {
    Recording recording = run(plan(), LED, Set.of("control")).execute();

    assertThat(recording.ending()).isEqualTo(new Ending.Broken("control failed", List.of()));
    assertThat(done).endsWith("world closed").doesNotContain("control closed", "links healed");
  }

  @Test
  void anInstallationThatFailsTakesTheWorldDownAgain() throws Exception {
    Recording recording = run(plan(), LED, Set.of("install")).execute();

    assertThat(recording.ending())
        .isInstanceOfSatisfying(
            Ending.Broken.class,
            broken -> assertThat(broken.reason()).startsWith("install failed"));
    assertThat(done).containsExactly("world closed");
  }

  @Test
  void aWorldThatCannotBeOpenedBreaksTheRun() throws Exception {
    Worlds none =
        (plan, where, ledger) -> {
          throw new RemoteException("n2", "connect", "no route to host", null);
        };

    Recording recording = run(plan().build(), none, system(LED, Set.of())).execute();

    assertThat(recording.ending())
        .isInstanceOfSatisfying(
            Ending.Broken.class,
            broken -> assertThat(broken.reason()).contains("n2").contains("no route to host"));
    assertThat(recording.roles()).isEmpty();
    assertThat(done).isEmpty();
  }

  @Test
  void aScheduleThatTheWorldCannotRunIsRefusedBeforeAnythingIsInstalled() {
    capabilities = Capabilities.without(Map.of(Capability.KILL, "no signals here"));
    Plan killing = plan().schedule(Schedules.named("kill-one")).build();

    assertThatExceptionOfType(PlanRefused.class)
        .isThrownBy(() -> run(killing, worlds(), system(LED, Set.of())).execute())
        .withMessage("schedule kill-one cannot run here: no signals here");
    assertThat(done).containsExactly("world closed");
  }

  @Test
  void aSystemWithoutALeaderIsNeverReady() throws Exception {
    Recording recording = run(plan(), UNLED, Set.of()).execute();

    assertThat(recording.ending())
        .isEqualTo(
            new Ending.NeverReady(
                "fake was not ready within 20 ms: no node became leader", List.of()));
    assertThat(folder.resolve("history.jsonl")).doesNotExist();
    assertThat(done).endsWith("links healed", "control closed", "world closed");
  }

  @Test
  void nodesThatGiveNoAnswerAreNamed() throws Exception {
    List<NodeView> views =
        List.of(LED.getFirst(), NodeView.silent("n2", 0), NodeView.silent("n3", 0));

    Recording recording = run(plan(), views, Set.of()).execute();

    assertThat(recording.ending())
        .isEqualTo(
            new Ending.NeverReady(
                "fake was not ready within 20 ms: n2, n3 gave no answer", List.of()));
  }

  @Test
  void anObserverThatFailsBeforeTheSystemIsReadyBreaksTheRunAndTakesItDown() throws Exception {
    Recording recording = run(plan(), LED, Set.of("observe")).execute();

    assertThat(recording.ending()).isEqualTo(new Ending.Broken("observe failed", List.of()));
    assertThat(done).endsWith("links healed", "control closed", "world closed");
  }

  @Test
  void logsThatCannotBeFetchedAreAMishapAndNoMore() throws Exception {
    logs = List.of("/log");

    Recording recording = run(plan(), LED, Set.of()).execute();

    assertThat(recording.ending())
        .isInstanceOfSatisfying(
            Ending.Completed.class,
            completed ->
                assertThat(completed.mishaps())
                    .singleElement()
                    .asString()
                    .startsWith("logs were not all collected: ")
                    .contains("the host is mute"));
  }

  @Test
  void aPartThatCannotBeTakenDownIsAMishapAndTheRestIsStillTakenDown() throws Exception {
    Recording recording = run(plan(), LED, Set.of("close")).execute();

    assertThat(recording.ending())
        .isEqualTo(new Ending.Completed(List.of("taking down failed; close failed")));
    assertThat(done).endsWith("control closed", "world closed");
  }

  @Test
  void anInterruptionStopsTheRunWithItsReason() throws Exception {
    Plan lasting = plan().main(Duration.ofHours(1)).build();
    Run run = run(lasting, worlds(), system(LED, Set.of()));
    entered =
        phase -> {
          if (phase == Phase.MAIN) {
            run.interrupt("interrupted by the user");
          }
        };

    Recording recording = run.execute();

    assertThat(recording.ending())
        .isEqualTo(new Ending.Stopped("interrupted by the user", List.of()));
    assertThat(done).endsWith("links healed", "control closed", "world closed");
  }

  @Test
  void anInterruptionBeforeTheSystemIsReadyIsNotForgotten() throws Exception {
    Plan lasting = plan().main(Duration.ofHours(1)).build();
    Run run = run(lasting, worlds(), system(LED, Set.of()));

    run.interrupt("interrupted by the user");
    run.interrupt("interrupted again");

    assertThat(run.execute().ending())
        .isEqualTo(new Ending.Stopped("interrupted by the user", List.of()));
  }

  private Run run(PlanBuilder plan, List<NodeView> views, Set<String> broken) {
    return run(plan.build(), worlds(), system(views, broken));
  }

  private Run run(Plan plan, Worlds worlds, FakeSystem system) {
    Workload workload =
        Workloads.named("cas-register", plan.options(), RandomStream.of(plan.seed(), "load"))
            .orElseThrow();
    return new Run(plan, system, workload, worlds, folder, new Told());
  }

  private Worlds worlds() {
    return (plan, where, ledger) ->
        new FakeWorld(plan.nodes(), server.address(), capabilities, done);
  }

  private FakeSystem system(List<NodeView> views, Set<String> broken) {
    return new FakeSystem(views, logs, broken, done);
  }

  /** The servers are not started: the fake system has none. */
  private static PlanBuilder plan() {
    return new PlanBuilder(Schedules.named("calm"), 1)
        .nodes(3)
        .rate(300)
        .readyWithin(Duration.ofMillis(20))
        .warmUp(Duration.ofMillis(20))
        .main(Duration.ofMillis(50))
        .recovery(Duration.ofMillis(20))
        .sabotage(Plan.Sabotage.NEVER_READY);
  }

  private static NodeView view(String node, Role role) {
    return new NodeView(node, true, role, 1, 0, 0, 0);
  }

  private final class Told implements Progress {
    @Override
    public void step(String words) {
      told.add(words);
    }

    @Override
    public void phase(Phase phase) {
      entered.accept(phase);
    }

    @Override
    public void recorded(Entry entry) {}
  }
}
