package io.quorate.workload.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.history.Value;
import io.quorate.workload.Generator;
import io.quorate.workload.Script;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import io.quorate.workload.generator.Generators;
import io.quorate.workload.pacing.Pacing;
import io.quorate.workload.sharing.Sharing;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Laws of all generators, on trees drawn by seed. {@link Playback} itself watches over free
 * workers, due times and wake-ups while it plays.
 */
class GeneratorLawsTest {
  private static final int TREES = 1_000;

  @Test
  void anyTreePlaysLawfullyAndTwiceTheSame() {
    for (long seed = 0; seed < TREES; seed++) {
      RandomStream random = RandomStream.of(seed, "tree");
      int workers = 1 + (int) random.split("workers").below(7);
      Generator tree = new Trees(random).tree(4);

      List<Played> once = Playback.of(tree, workers, 3, 200, client(random));
      List<Played> again = Playback.of(tree, workers, 3, 200, client(random));

      assertThat(again).as("seed %d: %s", seed, tree).isEqualTo(once);
    }
  }

  @Test
  void aLimitAroundAnyTreeHolds() {
    for (long seed = 0; seed < TREES; seed++) {
      RandomStream random = RandomStream.of(seed, "tree");
      int most = (int) random.split("limit").below(30);
      Generator tree = Generators.limit(most, new Trees(random).tree(3));

      assertThat(Playback.of(tree, 3, 3, 200, client(random)))
          .as("seed %d: %s", seed, tree)
          .hasSizeLessThanOrEqualTo(most);
    }
  }

  @Test
  void anOpenLoopAroundAnyTreeHasDueTimesThatNeverDecrease() {
    for (long seed = 0; seed < TREES; seed++) {
      RandomStream random = RandomStream.of(seed, "tree");
      Generator tree = Pacing.openLoop(200, random.split("loop"), new Trees(random).tree(3));

      List<Played> played = Playback.of(tree, 3, 3, 200, client(random));

      assertThat(played.stream().map(Played::dueNanos)).as("seed %d: %s", seed, tree).isSorted();
    }
  }

  @Test
  void askingAValueTwiceGivesTheSameAnswerAndLeavesItAsItWas() {
    for (long seed = 0; seed < TREES; seed++) {
      RandomStream random = RandomStream.of(seed, "tree");
      Generator tree = new Probing(new Trees(random).tree(4));

      assertThat(Playback.of(tree, 3, 3, 50, client(random))).isNotNull();
    }
  }

  @Test
  void aGeneratorThatEmployedABusyWorkerIsFoundOut() {
    Generator wrong =
        new Generator() {
          @Override
          public Answer next(long nowNanos, Workers workers) {
            return new Emit(Script.op("a", 0), 0, nowNanos, this);
          }
        };

    assertThatThrownBy(() -> Playback.of(wrong, 2, 2, 9, Script.ok(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("worker 0 is not free");
  }

  private static Client client(RandomStream random) {
    RandomStream ends = random.split("client");
    return (now, worker, invocation) -> {
      RandomStream at = ends.split(now + " " + worker);
      Completion completion =
          switch ((int) at.below(4)) {
            case 0 -> new Completion.Info("timeout");
            case 1 -> new Completion.Fail("no");
            default -> new Completion.Ok(invocation.argument());
          };
      return new Client.Reply(1 + at.next().below(40 * Script.MS), completion);
    };
  }

  /** Asks everything twice. */
  private record Probing(Generator of) implements Generator {
    @Override
    public Answer next(long nowNanos, Workers workers) {
      BitSet before = (BitSet) workers.free().clone();
      Answer once = of.next(nowNanos, workers);
      Answer twice = of.next(nowNanos, workers);
      assertThat(twice.within(rest -> this)).isEqualTo(once.within(rest -> this));
      assertThat(workers.free()).isEqualTo(before);
      return once.within(Probing::new);
    }

    @Override
    public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
      of.update(nowNanos, workers, event);
      return new Probing(of.update(nowNanos, workers, event));
    }
  }

  /** Draws trees. */
  private static final class Trees {
    private RandomStream random;

    Trees(RandomStream random) {
      this.random = random;
    }

    Generator tree(int depth) {
      Generator leaf = Generators.limit(1 + drawn(40), leaf());
      return depth == 0 ? leaf : inner(depth - 1);
    }

    private Generator leaf() {
      return Generators.draw(
          random.split("leaf"),
          at -> new Invocation("f" + at.below(3), null, Value.of(at.next().below(9))));
    }

    private Generator inner(int depth) {
      Generator a = tree(depth);
      return switch (drawn(18)) {
        case 0 -> Generators.then(a, tree(depth));
        case 1 -> Generators.phases(a, tree(depth), tree(depth));
        case 2 -> Generators.mix(random.split("mix"), a, tree(depth));
        case 3 -> Generators.any(a, tree(depth));
        case 4 -> Generators.flipFlop(a, tree(depth));
        case 5 -> Generators.cycle(1 + drawn(3), a);
        case 6 -> Generators.untilOk(a);
        case 7 -> Generators.untilCrashed(1 + drawn(3), i -> true, a);
        case 8 -> Generators.filter(i -> !i.function().equals("f0"), a);
        case 9 -> Pacing.timeLimit(Duration.ofMillis(1 + drawn(300)), a);
        case 10 -> Pacing.stagger(50 + drawn(500), random.split("stagger"), a);
        case 11 -> Pacing.openLoop(50 + drawn(500), random.split("open"), a);
        case 12 -> Pacing.delay(Duration.ofMillis(1 + drawn(20)), a);
        case 13 ->
            Pacing.cycleTimes(
                List.of(
                    // No trees: one such cycle within another may never reach a part of it.
                    Map.entry(Duration.ofMillis(1 + drawn(50)), leaf()),
                    Map.entry(Duration.ofMillis(1 + drawn(50)), tree(0))));
        case 14 -> Sharing.reserve(drawn(4), a, tree(depth));
        case 15 -> Sharing.eachWorker(a);
        case 16 -> keyed(a);
        default -> Sharing.inTurns(Sharing.processLimit(1 + drawn(6), a));
      };
    }

    private Generator keyed(Generator a) {
      return Sharing.concurrentKeys(
          1 + drawn(3),
          1 + drawn(3),
          1 + drawn(5),
          key -> Generators.map(i -> new Invocation(i.function(), key, i.argument()), a));
    }

    private int drawn(int bound) {
      random = random.next();
      return (int) random.below(bound);
    }
  }
}
