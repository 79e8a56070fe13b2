package io.quorate.nemesis;

import io.quorate.history.RandomStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One step of a {@link Schedule}. A step begins when the one before it is over. */
public sealed interface Step {
  /** Lets time pass: fixed, or drawn between two bounds from the seed. */
  record Wait(Duration least, Duration most) implements Step {
    /** Refuses negative times and an upper bound below the lower one. */
    public Wait {
      if (least.isNegative() || least.compareTo(most) > 0) {
        throw new IllegalArgumentException("no wait lasts from " + least + " to " + most);
      }
    }

    /** Returns the time drawn at this position of the run's stream for waits. */
    public Duration drawn(RandomStream random) {
      return Duration.ofNanos(random.between(least.toNanos(), most.toNanos()));
    }
  }

  /**
   * Injects a fault under the schedule's own name {@code as}. Unknown roles are waited for up to
   * {@code patience}, then the step is not taken, nor any later step that names it.
   */
  record Inject(String as, FaultSpec fault, Duration patience) implements Step {}

  /**
   * Waits for the cluster to reach a state; after {@code patience} goes on and says so.
   *
   * @param every how often the nodes are asked, where that is how the state is seen: the next step
   *     comes at most so much late
   */
  record Await(Condition condition, Duration patience, Duration every) implements Step {
    /** How often nodes are asked unless a schedule says otherwise. */
    public static final Duration USUALLY = Duration.ofMillis(100);

    /** Refuses to ask without a pause. */
    public Await {
      if (!every.isPositive()) {
        throw new IllegalArgumentException("between two questions time passes, got " + every);
      }
    }

    /** Waits with nodes asked as often as usual. */
    public Await(Condition condition, Duration patience) {
      this(condition, patience, USUALLY);
    }
  }

  /**
   * Lets clients read, one after another, where {@code place} says, a key that {@code condition} of
   * an earlier {@link Await} saw written.
   */
  record Reads(Place place, int times, Duration every) implements Step {}

  /** Lifts the fault injected under {@code as}. */
  record Heal(String as) implements Step {}

  /**
   * The steps of one of these ways, drawn from the run's seed each time it is reached. A way leaves
   * in force what it found in force.
   */
  record AnyOf(List<List<Step>> ways) implements Step {
    /** Keeps its own copies, and refuses to be none. */
    public AnyOf {
      ways = ways.stream().map(List::copyOf).toList();
      if (ways.isEmpty()) {
        throw new IllegalArgumentException("there must be a way to choose");
      }
    }

    /** Returns the way drawn at this position of the run's stream for ways. */
    public List<Step> drawn(RandomStream random) {
      return ways.get((int) random.below(ways.size()));
    }
  }

  /**
   * The steps of each of these ways, one way behind another. Each time it is reached the order is
   * the next row of a design in which each way follows each; the run's seed draws where in it the
   * first time begins. A way that the cluster has too few nodes for is left out; each leaves in
   * force what it found in force.
   */
  record EachOf(List<List<Step>> ways) implements Step {
    /** Keeps its own copies, and refuses to be none. */
    public EachOf {
      ways = ways.stream().map(List::copyOf).toList();
      if (ways.isEmpty()) {
        throw new IllegalArgumentException("there must be a way to go");
      }
    }
  }

  /** Returns the ways that it may take; none for a step that is always the same. */
  default List<List<Step>> choices() {
    return switch (this) {
      case AnyOf any -> any.ways;
      case EachOf each -> each.ways;
      case Wait w -> List.of();
      case Inject i -> List.of();
      case Await a -> List.of();
      case Reads r -> List.of();
      case Heal h -> List.of();
    };
  }

  /** Returns this step and all that it may become. */
  default Stream<Step> all() {
    return Stream.concat(
        Stream.of(this), choices().stream().flatMap(List::stream).flatMap(Step::all));
  }

  /** What an {@link Await} waits for. */
  sealed interface Condition {
    /** A leader is known among the nodes not struck by {@code as}. */
    record LeaderOutside(String as) implements Condition {}

    /**
     * A write was acknowledged, after the fault {@code as} was confirmed, by a node it does not
     * strike, on a key that was written before.
     */
    record WriteOutside(String as) implements Condition {}

    /** A leader is known in the whole cluster. */
    record AnyLeader() implements Condition {}
  }

  /** Where directed reads are sent. */
  sealed interface Place {
    /** To the nodes that the fault {@code as} struck, by the clients beside them. */
    record Struck(String as) implements Place {}

    /** To every node in turn, each by the clients beside it. */
    record Everywhere() implements Place {}
  }
}
