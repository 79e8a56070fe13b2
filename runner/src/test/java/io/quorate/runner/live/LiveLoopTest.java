package io.quorate.runner.live;

import static io.quorate.history.Disturbance.HARNESS_STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Disturbance;
import io.quorate.history.Disturbance.Fate;
import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Link;
import io.quorate.history.RandomStream;
import io.quorate.history.file.HistoryReader;
import io.quorate.history.file.HistoryWriter;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultTarget;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.runner.RegisterServer;
import io.quorate.runner.client.ClientPool;
import io.quorate.systems.ClientPlace;
import io.quorate.trial.Event;
import io.quorate.trial.Phase;
import io.quorate.trial.Trial;
import io.quorate.trial.TrialPlan;
import io.quorate.trial.Watch;
import io.quorate.workload.Generator;
import io.quorate.workload.Workload;
import io.quorate.workload.WorkloadOptions;
import io.quorate.workload.generator.Generators;
import io.quorate.workload.library.Workloads;
import io.quorate.workload.pacing.Pacing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial in real time: a system that is right, faults that only say what they did. */
class LiveLoopTest {
  private static final List<String> NODES = List.of("n1", "n2", "n3");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Schedule ONE_CUT =
      new Schedule(
          "one-cut",
          "n2 is cut off for a moment",
          3,
          false,
          List.of(
              new Step.Inject("cut", isolate("n2"), PATIENCE),
              pause(Duration.ofMillis(60)),
              new Step.Heal("cut")));

  @TempDir Path folder;
  private final List<Phase> phases = new CopyOnWriteArrayList<>();
  private final List<LiveLoop> loops = new CopyOnWriteArrayList<>();
  private Consumer<Phase> entered = phases::add;
  private Consumer<Entry.Phase> disturbed = phase -> {};
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
  void theHistoryOfARightSystemIsReadBackWholeAndIsLinearizable() throws Exception {
    String reason = run(plan(load(), ONE_CUT, Duration.ofMillis(200)), new Honest(), PATIENCE);

    History history = HistoryReader.read(file());
    assertThat(reason).isEqualTo("completed");
    assertThat(history.operations()).isNotEmpty();
    assertThat(
            Checker.check(
                    history,
                    Models.named("cas-register"),
                    Options.of(Budget.of(20, 256), System::nanoTime))
                .overall())
        .isInstanceOf(Verdict.Linearizable.class);
    assertThat(phases)
        .startsWith(Phase.MAIN)
        .endsWith(Phase.STOPPED)
        .contains(Phase.FINAL_READS)
        .isSorted();
  }

  @Test
  void aFaultIsRecordedPhaseByPhaseWithTheEvidenceThatWasGiven() throws Exception {
    Honest faults = new Honest();
    stopAt(Entry.Phase.CONFIRMED_LIFTED);

    run(plan(Generators.nothing(), ONE_CUT, Duration.ofHours(1)), faults, PATIENCE);

    List<Entry.Disturbed> entries = disturbed();
    assertThat(entries)
        .extracting(Entry.Disturbed::phase)
        .startsWith(Entry.Phase.PLANNED, Entry.Phase.COMMANDED, Entry.Phase.CONFIRMED)
        .endsWith(Entry.Phase.LIFTED, Entry.Phase.CONFIRMED_LIFTED)
        .isSorted();
    Disturbance cut = cut();
    assertThat(cut.proven()).isTrue();
    assertThat(cut.links()).contains(new Link("n2", "n1"), new Link("n1", "n2"));
    assertThat(cut.evidence())
        .extracting(Evidence::note)
        .endsWith(faults.said.stream().map(Evidence::note).toArray(String[]::new))
        .startsWith("leader: n1", "looked AFTER_CUT")
        .endsWith("looked AFTER_HEAL");
    assertThat(faults.done).startsWith("inject f1", "look f1").contains("lift f1");
  }

  @Test
  void aFaultThatTheWorldCannotInjectIsRecordedAsFailedAndTheRunEnds() throws Exception {
    FaultTarget broken =
        new Honest() {
          @Override
          public void inject(String id, Fault fault) {
            throw new IllegalStateException("no way to n2");
          }
        };

    stopAt(Entry.Phase.FAILED);

    String reason = run(plan(Generators.nothing(), ONE_CUT, Duration.ofHours(1)), broken, PATIENCE);

    Disturbance cut = cut();
    assertThat(reason).isEqualTo("seen enough");
    assertThat(cut.fate()).isEqualTo(Fate.FAILED);
    assertThat(disturbed())
        .filteredOn(entry -> entry.phase() == Entry.Phase.FAILED)
        .first()
        .extracting(Entry.Disturbed::evidence)
        .asString()
        .contains("no way to n2");
  }

  @Test
  void anAlarmHealsWhatIsInForceAndStopsEarly() throws Exception {
    Schedule lasting =
        new Schedule(
            "lasting",
            "n2 is cut off",
            3,
            false,
            List.of(new Step.Inject("cut", isolate("n2"), PATIENCE)));
    Honest faults =
        new Honest() {
          @Override
          public Evidence look(String id, Fault fault, Moment moment) {
            if (moment == Moment.AFTER_CUT) {
              loops.getFirst().report(new Event.Alarm("interrupted by the user"));
            }
            return super.look(id, fault, moment);
          }
        };

    String reason = run(plan(load(), lasting, Duration.ofHours(1)), faults, PATIENCE);

    assertThat(reason).isEqualTo("interrupted by the user");
    assertThat(faults.done).contains("lift f1");
    assertThat(disturbed()).last().returns(Entry.Phase.CONFIRMED_LIFTED, Entry.Disturbed::phase);
  }

  @Test
  void aFaultThatNeverReturnsIsStoppedByTheTimeLimit() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    FaultTarget stuck =
        new Honest() {
          @Override
          public void inject(String id, Fault fault) {
            loops.getFirst().report(new Event.Alarm("stop"));
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
          }
        };
    TrialPlan plan = plan(Generators.nothing(), ONE_CUT, Duration.ofHours(1));

    assertThatIllegalStateException()
        .isThrownBy(() -> run(plan, stuck, Duration.ofMillis(1_500)))
        .withMessage("the trial did not end within PT1.5S; it is in phase HEALING");
    assertThat(interrupted.getCount()).isZero();
    assertThat(disturbed()).extracting(Entry.Disturbed::phase).contains(Entry.Phase.COMMANDED);
  }

  @Test
  void aStepThatThrowsEndsTheLoopWithItsOwnReason() throws Exception {
    entered =
        phase -> {
          throw new IllegalStateException("nobody listens");
        };

    assertThatIllegalStateException()
        .isThrownBy(
            () -> run(plan(Generators.nothing(), ONE_CUT, Duration.ZERO), new Honest(), PATIENCE))
        .withMessage("nobody listens");
  }

  private String run(TrialPlan plan, FaultTarget faults, Duration limit) throws Exception {
    Header header =
        new Header(
            Header.CURRENT_VERSION, "cas-register", Header.FailedCas.OBSERVE, plan.seed(), NODES);
    try (HistoryWriter history = HistoryWriter.create(file(), header)) {
      LiveLoop loop =
          new LiveLoop(
              new Trial(plan), history, faults, LiveLoopTest::views, Watch.NOBODY, new Told());
      loops.add(loop);
      try (ClientPool clients =
          new ClientPool(
              RegisterServer::session,
              RegisterServer.LINES,
              places(plan.workersPerNode()),
              addresses(),
              loop::report)) {
        return loop.run(clients, limit);
      }
    }
  }

  private Path file() {
    return folder.resolve("history.jsonl");
  }

  private void stopAt(Entry.Phase last) {
    disturbed =
        phase -> {
          if (phase == last) {
            loops.getFirst().report(new Event.Alarm("seen enough"));
          }
        };
  }

  /** The only fault; a machine under load may have stood still beside it. */
  private Disturbance cut() {
    return HistoryReader.read(file()).disturbances().stream()
        .filter(each -> !each.isHarnessStall())
        .findFirst()
        .orElseThrow();
  }

  private List<Entry.Disturbed> disturbed() {
    List<Entry.Disturbed> found = new ArrayList<>();
    try (HistoryReader reader = HistoryReader.open(file())) {
      for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof Entry.Disturbed disturbed
            && !disturbed.fault().equals(HARNESS_STALL)) {
          found.add(disturbed);
        }
      }
    }
    return found;
  }

  private static Generator load() {
    RandomStream random = RandomStream.of(1, "load");
    return Pacing.openLoop(400, RandomStream.of(1, "pace"), workload(random).main());
  }

  private static Workload workload(RandomStream random) {
    return Workloads.named("cas-register", WorkloadOptions.DEFAULTS, random).orElseThrow();
  }

  private static TrialPlan plan(Generator load, Schedule schedule, Duration main) {
    return new TrialPlan(
        NODES,
        2,
        load,
        workload(RandomStream.of(1, "load")).finish(),
        schedule,
        Duration.ofMillis(20),
        main,
        Duration.ofMillis(20),
        Duration.ofSeconds(5),
        1);
  }

  /** As many workers as asked for beside each node, then a reader beside each. */
  private static List<ClientPlace> places(int perNode) {
    List<ClientPlace> places = new ArrayList<>();
    for (int round = 0; round <= perNode; round++) {
      for (int n = 0; n < NODES.size(); n++) {
        places.add(new ClientPlace("c" + (n + 1), NODES.get(n), NODES, null));
      }
    }
    return places;
  }

  private Map<Link, InetSocketAddress> addresses() {
    Map<Link, InetSocketAddress> addresses = new TreeMap<>();
    for (int n = 1; n <= NODES.size(); n++) {
      for (String node : NODES) {
        addresses.put(new Link("c" + n, node), server.address());
      }
    }
    return addresses;
  }

  private static List<NodeView> views() {
    return NODES.stream()
        .map(node ->
            new NodeView(
                node,
                true,
                node.equals("n1") ? NodeView.Role.LEADER : NodeView.Role.FOLLOWER,
                1,
                0,
                0,
                0))
        .toList();
  }

  private static FaultSpec isolate(String node) {
    return new FaultSpec.Isolate(new FaultSpec.Target.Named(List.of(node)), true);
  }

  private static Step pause(Duration span) {
    return new Step.Wait(span, span);
  }

  private final class Told implements Progress {
    @Override
    public void step(String words) {}

    @Override
    public void phase(Phase phase) {
      entered.accept(phase);
    }

    @Override
    public void recorded(Entry entry) {
      if (entry instanceof Entry.Disturbed each && !each.fault().equals(HARNESS_STALL)) {
        disturbed.accept(each.phase());
      }
    }
  }

  /** Does nothing, and says that it was seen. */
  private static class Honest implements FaultTarget {
    final List<String> done = new CopyOnWriteArrayList<>();
    final List<Evidence> said = new CopyOnWriteArrayList<>();

    @Override
    public void inject(String id, Fault fault) {
      done.add("inject " + id);
    }

    @Override
    public void lift(String id, Fault fault) {
      done.add("lift " + id);
    }

    @Override
    public Evidence look(String id, Fault fault, Moment moment) {
      done.add("look " + id);
      Evidence evidence = new Evidence(moment, true, "looked " + moment, List.of());
      said.add(evidence);
      return evidence;
    }

    @Override
    public void healAll() {}
  }
}
