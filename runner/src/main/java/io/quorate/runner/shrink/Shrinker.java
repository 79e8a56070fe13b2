package io.quorate.runner.shrink;

import io.quorate.nemesis.Schedule;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Goes through the smaller plans that a red plan may become and takes each that is still red, until
 * a whole round brings nothing more.
 *
 * <p>A change that makes a trial smaller also makes everything in it happen at other moments, so
 * what it showed may need other luck: each smaller plan is given several seeds.
 */
public final class Shrinker {
  /** Seeds a smaller plan is tried with before it counts as no longer red. */
  public static final int SEEDS = 6;

  private final Play play;
  private final int limit;
  private int plays;

  /** A plan seen red. */
  private record Red(Plan plan, long nanos, Schedule executed) {}

  /**
   * Prepares to shrink one trial.
   *
   * @param limit most trials played
   */
  public Shrinker(Play play, int limit) {
    this.play = play;
    this.limit = limit;
  }

  /** Makes {@code plan} small; nothing when it is not red. */
  public Optional<Shrunk> shrink(Plan plan) {
    return played(plan).map(this::straight).map(this::smallest);
  }

  /**
   * Without repetition and choice: one round of the schedule if that is enough, else all it went
   * through.
   */
  private Red straight(Red red) {
    Plan plan = red.plan;
    boolean chooses = plan.schedule().steps().stream().anyMatch(s -> !s.choices().isEmpty());
    if (!plan.schedule().repeat() && !chooses) {
      return red;
    }
    Plan unrolled = PlanBuilder.of(plan).schedule(red.executed).build();
    Optional<Red> once = chooses ? Optional.empty() : red(PlanCuts.once(plan));
    return once.or(() -> red(unrolled)).orElse(red);
  }

  private Shrunk smallest(Red first) {
    Red red = first;
    List<Plan> cuts = cuts(red);
    int at = 0;
    int inVain = 0;
    while (inVain < cuts.size() && plays < limit) {
      Optional<Red> smaller = red(cuts.get(at % cuts.size()));
      if (smaller.isPresent()) {
        red = smaller.get();
        cuts = cuts(red);
        inVain = 0;
      } else {
        at++;
        inVain++;
      }
    }
    return new Shrunk(red.plan, red.nanos, plays, inVain == cuts.size());
  }

  private static List<Plan> cuts(Red red) {
    return PlanCuts.of(red.plan, Duration.ofNanos(red.nanos));
  }

  private Optional<Red> red(Plan plan) {
    return IntStream.range(0, SEEDS)
        .takeWhile(i -> plays < limit)
        .mapToObj(i -> played(PlanBuilder.of(plan).seed(plan.seed() + i).build()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Red> played(Plan plan) {
    plays++;
    Play.Seen seen = play.of(plan);
    return seen.redNanos().isEmpty()
        ? Optional.empty()
        : Optional.of(new Red(plan, seen.redNanos().getAsLong(), seen.executed()));
  }
}
