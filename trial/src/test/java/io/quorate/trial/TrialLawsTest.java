package io.quorate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.history.Value;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.workload.Generator;
import io.quorate.workload.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the loop under worlds that answer anything, at any time, or never. */
class TrialLawsTest {
  private static final List<String> NODES = List.of("n1", "n2", "n3");
  private static final int ROUNDS = 60;
  private static final List<NodeView.Role> ROLES =
      List.of(NodeView.Role.LEADER, NodeView.Role.CANDIDATE, NodeView.Role.FOLLOWER);

  @ParameterizedTest
  @ValueSource(longs = {1, 20_001, 3_000_001})
  void everyTrialEndsWithAValidHistoryAndNothingLeftInForce(long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + ROUNDS; seed++) {
      List<Command> commands = run(seed);

      History.Builder history =
          History.builder(new Header(1, "register", Header.FailedCas.OBSERVE, seed, NODES));
      TreeSet<String> injected = new TreeSet<>();
      TreeSet<String> lifted = new TreeSet<>();
      for (Command command : commands) {
        switch (command) {
          case Command.Record r when !(r.entry() instanceof Entry.Disturbed) ->
              history.add(r.entry());
          case Command.Inject i -> injected.add(i.id());
          case Command.Heal h -> lifted.add(h.id());
          case Command c -> {}
        }
      }
      assertThat(history.build().size()).as("operations of seed %d", seed).isPositive();
      assertThat(lifted).as("lifted in seed %d", seed).isEqualTo(injected);
      assertThat(commands.getLast()).as("end of seed %d", seed).isInstanceOf(Command.Stop.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void theSameEventsGiveTheSameCommands(long seed) {
    assertThat(run(seed)).as("seed %d", seed).isEqualTo(run(seed));
  }

  /** Runs a trial in a world whose every answer is drawn. */
  private static List<Command> run(long seed) {
    Trial trial = new Trial(plan(seed));
    RandomStream random = RandomStream.of(seed, "world");
    List<Command> all = new ArrayList<>();
    List<Event> open = new ArrayList<>();
    long now = 0;
    Event event = new Event.Tick();
    while (trial.phase() != Phase.STOPPED && all.size() < 200_000) {
      List<Command> commands = trial.step(now, event);
      all.addAll(commands);
      for (Command command : commands) {
        random = random.next();
        open.addAll(answers(command, random, now));
      }
      random = random.next();
      now += random.below(40_000_000);
      random = random.next();
      event =
          open.isEmpty() || random.unit() < 0.3
              ? new Event.Tick()
              : open.remove((int) random.below(open.size()));
    }
    return all;
  }

  private static List<Event> answers(Command command, RandomStream random, long now) {
    boolean well = random.unit() < 0.7;
    return switch (command) {
      case Command.Invoke i ->
          random.unit() < 0.05
              ? List.of()
              : List.of(new Event.Completed(i.worker(), i.process(), outcome(random), "n2"));
      case Command.Inject i ->
          List.of(well ? new Event.Landed(i.id(), seen(random)) : new Event.Failed(i.id(), "no"));
      case Command.Look l ->
          List.of(new Event.Looked(l.id(), new Evidence(l.moment(), well, "looked", List.of())));
      case Command.Heal h ->
          List.of(well ? new Event.Healed(h.id(), seen(random)) : new Event.Failed(h.id(), "no"));
      case Command.Observe o -> List.of(new Event.Observed(views(random, now)));
      case Command.Record r -> List.of();
      case Command.Abandon a -> List.of();
      case Command.WakeAt w -> List.of();
      case Command.Stop s -> List.of();
    };
  }

  private static Completion outcome(RandomStream random) {
    long kind = random.split("outcome").below(10);
    return kind < 7
        ? new Completion.Ok(Value.NIL)
        : kind < 9 ? new Completion.Fail("no") : new Completion.Info("lost");
  }

  private static Evidence seen(RandomStream random) {
    boolean proven = random.split("seen").unit() < 0.8;
    return new Evidence(Evidence.Moment.AFTER_CUT, proven, "seen", List.of());
  }

  private static List<NodeView> views(RandomStream random, long now) {
    List<NodeView> views = new ArrayList<>();
    for (String node : NODES) {
      long role = random.split(node).below(4);
      views.add(
          role == 3
              ? NodeView.silent(node, now)
              : new NodeView(node, true, ROLES.get((int) role), role, 0, 0, now));
    }
    return views;
  }

  private static TrialPlan plan(long seed) {
    Duration patience = Duration.ofMillis(300);
    List<Step> steps =
        List.of(
            new Step.Wait(Duration.ZERO, Duration.ofMillis(300)),
            new Step.Inject("a", new FaultSpec.Isolate(new Target.Leader(), true), patience),
            new Step.Await(new Step.Condition.WriteOutside("a"), patience),
            new Step.Reads(new Step.Place.Struck("a"), 3, Duration.ofMillis(20)),
            new Step.Inject("b", new FaultSpec.Kill(new Target.Follower()), patience),
            new Step.Reads(new Step.Place.Everywhere(), 2, Duration.ofMillis(30)),
            new Step.Heal("b"),
            new Step.Await(new Step.Condition.AnyLeader(), patience));
    return new TrialPlan(
        NODES,
        2,
        new Ask(0),
        keys -> new Ask(1_000_000),
        new Schedule("laws", "for tests", 3, true, steps),
        Duration.ofMillis(200),
        Duration.ofSeconds(4),
        Duration.ofMillis(300),
        Duration.ofMillis(400),
        seed);
  }

  /** Writes and reads a few keys as fast as workers come free; ends at 1,000,030. */
  private record Ask(long count) implements Generator {
    @Override
    public Answer next(long now, Workers workers) {
      if (count == 1_000_030) {
        return new Done(this);
      }
      int worker = workers.free().nextSetBit(0);
      if (worker < 0) {
        return new Waiting(this);
      }
      String function = count % 3 == 0 ? "write" : "read";
      Value argument = count % 3 == 0 ? Value.of(count) : Value.NIL;
      Invocation invocation = new Invocation(function, "k" + count % 4, argument);
      return new Emit(invocation, worker, now, new Ask(count + 1));
    }
  }
}
