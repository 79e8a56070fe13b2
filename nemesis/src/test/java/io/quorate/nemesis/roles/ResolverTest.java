package io.quorate.nemesis.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.RandomStream;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.FaultSpec.Target;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.NodeView.Role;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.partition.Sides;
import io.quorate.nemesis.schedule.Schedules;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private static final List<String> NODES = List.of("n1", "n2", "n3", "n4", "n5");
  private static final Roles N3_LEADS =
      new Roles(List.of(view("n1", Role.FOLLOWER, 4), view("n3", Role.LEADER, 4)));

  @Test
  void theLeaderIsTheHighestTermClaimed() {
    Roles roles =
        new Roles(
            List.of(
                view("n1", Role.LEADER, 3),
                view("n2", Role.LEADER, 5),
                view("n3", Role.CANDIDATE, 9)));

    assertThat(roles.leader()).contains("n2");
  }

  @Test
  void aSilentNodeLeadsNobody() {
    Roles roles = new Roles(List.of(NodeView.silent("n1", 0), view("n2", Role.FOLLOWER, 1)));

    assertThat(roles.leader()).isEmpty();
  }

  @Test
  void anUnknownLeaderIsNobody() {
    Roles nobody = new Roles(List.of());

    for (Target target :
        List.of(new Target.Leader(), new Target.Follower(), new Target.LeaderMinority())) {
      assertThat(resolve(new FaultSpec.Kill(target), nobody, 1))
          .isEqualTo(new Resolution.Nobody("leader"));
    }
  }

  @Test
  void aRoleBecomesAName() {
    assertThat(resolved(new FaultSpec.Kill(new Target.Leader()), 1).fault())
        .isEqualTo(new Fault.Kill(List.of("n3")));
    assertThat(resolved(new FaultSpec.Pause(new Target.All()), 1).fault())
        .isEqualTo(new Fault.Pause(NODES));
    assertThat(resolved(new FaultSpec.Kill(new Target.Named(List.of("n4"))), 1).struck())
        .containsExactly("n4");
    assertThat(resolved(new FaultSpec.Isolate(new Target.Leader(), true), 1).fault().describe())
        .isEqualTo("partition isolate n3 c3");
  }

  @Test
  void theLeaderGoesWithSoManyOthersAndEverybodyIsOneOfThemInTime() {
    TreeSet<String> others = new TreeSet<>();
    for (long seed = 0; seed < 100; seed++) {
      FaultSpec cut = new FaultSpec.OneWay(new Target.LeaderAnd(1), true);
      List<String> struck = resolved(cut, seed).struck();
      assertThat(struck).hasSize(2).contains("n3");
      others.addAll(struck);
    }

    assertThat(others).containsExactlyElementsOf(NODES);
    assertThat(resolved(new FaultSpec.Kill(new Target.LeaderAnd(0)), 1).struck())
        .containsExactly("n3");
    assertThat(resolve(new FaultSpec.Kill(new Target.LeaderAnd(1)), new Roles(List.of()), 1))
        .isEqualTo(new Resolution.Nobody("leader"));
  }

  @Test
  void aCutStrikesTheSideWithoutAMajority() {
    for (FaultSpec cut :
        List.of(
            new FaultSpec.Isolate(new Target.LeaderAnd(2), false),
            new FaultSpec.OneWay(new Target.LeaderAnd(2), false))) {
      Resolution.Resolved resolved = resolved(cut, 7);

      assertThat(resolved.struck()).hasSize(2).doesNotContain("n3");
      assertThat(resolved.fault())
          .isInstanceOfSatisfying(
              Fault.Partition.class,
              partition ->
                  assertThat(Sides.minority(NODES, partition.grudge()))
                      .isEqualTo(resolved.struck()));
    }
  }

  @Test
  void whatIsDrawnHasTheSizeOfItsNameAndIsEverybodyInTime() {
    TreeSet<String> followers = new TreeSet<>();
    TreeSet<String> ones = new TreeSet<>();
    for (long seed = 0; seed < 100; seed++) {
      followers.addAll(resolved(new FaultSpec.Kill(new Target.Follower()), seed).struck());
      ones.addAll(resolved(new FaultSpec.Kill(new Target.One()), seed).struck());
      assertThat(resolved(new FaultSpec.Kill(new Target.Minority()), seed).struck()).hasSize(2);
      assertThat(resolved(new FaultSpec.Kill(new Target.Majority()), seed).struck()).hasSize(3);
      assertThat(resolved(new FaultSpec.Halves(true), seed).struck()).hasSize(2);
    }

    assertThat(followers).containsExactly("n1", "n2", "n4", "n5");
    assertThat(ones).containsExactlyElementsOf(NODES);
  }

  @Test
  void aBystanderIsNotTheLeaderAndNobodyStruck() {
    FaultSpec kill = new FaultSpec.Kill(new Target.Bystander());
    TreeSet<String> drawn = new TreeSet<>();
    for (long seed = 0; seed < 100; seed++) {
      drawn.addAll(struck(kill, List.of("n2", "n4"), seed));
    }

    assertThat(drawn).containsExactly("n1", "n5");
    assertThat(Resolver.resolve(kill, NODES, N3_LEADS, NODES, RandomStream.of(1, "test")))
        .isEqualTo(new Resolution.Nobody("bystander"));
  }

  @Test
  void aMinorityWithTheLeaderIsOneWithEverybodyElseInTime() {
    FaultSpec cut = new FaultSpec.Isolate(new Target.LeaderMinority(), false);
    TreeSet<String> drawn = new TreeSet<>();
    for (long seed = 0; seed < 100; seed++) {
      List<String> struck = struck(cut, List.of(), seed);
      assertThat(struck).hasSize(2).contains("n3");
      drawn.addAll(struck);
    }

    assertThat(drawn).containsExactlyElementsOf(NODES);
  }

  private static List<String> struck(FaultSpec fault, List<String> already, long seed) {
    RandomStream random = RandomStream.of(seed, "test");
    return ((Resolution.Resolved) Resolver.resolve(fault, NODES, N3_LEADS, already, random))
        .struck();
  }

  @Test
  void aPartitionThatLeavesEverybodyAMajorityStrikesNobody() {
    assertThat(resolved(new FaultSpec.MajoritiesRing(), 1).struck()).isEmpty();
    assertThat(resolved(new FaultSpec.Bridge(), 1).struck()).isEmpty();
  }

  @Test
  void aReplayedCutStrikesWhomTheOriginalStruck() {
    Resolution.Resolved original = resolved(new FaultSpec.Isolate(new Target.Leader(), true), 1);
    Fault.Partition partition = (Fault.Partition) original.fault();

    Resolution.Resolved replayed = resolved(new FaultSpec.Cut(partition.grudge()), 99);

    assertThat(replayed.struck()).isEqualTo(original.struck());
    assertThat(((Fault.Partition) replayed.fault()).grudge()).isEqualTo(partition.grudge());
  }

  @Test
  void aSeedDrawsTheSameInEveryProgram() {
    assertThat(draws("default", 7))
        .isEqualTo(
            """
            wait 954 ms
            partition isolate n3 c3
            wait 3000 ms
            wait 1000 ms
            partition halves n1 n4 c1 c4
            wait 3259 ms
            wait 1000 ms
            partition majorities ring
            wait 3000 ms
            wait 500 ms
            kill n5
            wait 3000 ms
            wait 1000 ms
            pause n1
            wait 3000 ms
            wait 500 ms
            """);
  }

  @Test
  void otherSeedsDrawOtherwise() {
    TreeSet<String> drawn =
        IntStream.range(0, 20)
            .mapToObj(seed -> draws("default", seed))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(drawn).hasSize(20);
  }

  /** Every wait and every fault of one round, drawn as the trial draws them. */
  private static String draws(String name, long seed) {
    Schedule schedule = Schedules.named(name);
    RandomStream waits = RandomStream.of(seed, "schedule waits");
    RandomStream targets = RandomStream.of(seed, "schedule targets");
    StringBuilder drawn = new StringBuilder();
    int waitCount = 0;
    int faultCount = 0;
    for (Step step : schedule.steps()) {
      if (step instanceof Step.Wait wait) {
        RandomStream own = waits.split(Integer.toString(++waitCount));
        drawn.append("wait ").append(wait.drawn(own).toMillis()).append(" ms\n");
      } else if (step instanceof Step.Inject inject) {
        RandomStream own = targets.split("f" + ++faultCount);
        Resolution resolution = Resolver.resolve(inject.fault(), NODES, N3_LEADS, List.of(), own);
        drawn.append(((Resolution.Resolved) resolution).fault().describe()).append('\n');
      }
    }
    return drawn.toString();
  }

  private static Resolution.Resolved resolved(FaultSpec fault, long seed) {
    return (Resolution.Resolved) resolve(fault, N3_LEADS, seed);
  }

  private static Resolution resolve(FaultSpec fault, Roles roles, long seed) {
    return Resolver.resolve(fault, NODES, roles, List.of(), RandomStream.of(seed, "test"));
  }

  private static NodeView view(String node, Role role, long term) {
    return new NodeView(node, true, role, term, 0, 0, 0);
  }
}
