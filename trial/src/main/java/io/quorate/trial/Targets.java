package io.quorate.trial;

import io.quorate.history.RandomStream;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.roles.Resolution;
import io.quorate.nemesis.roles.Resolver;
import io.quorate.nemesis.roles.Roles;
import java.util.List;

/**
 * Draws what a schedule leaves open: how long a wait lasts, and whom a role names.
 *
 * <p>Every wait and every fault has a stream of its own, named by its number, so that a role that
 * had to be asked for twice does not shift what is drawn later.
 */
final class Targets {
  private final List<String> nodes;
  private final RandomStream waits;
  private final RandomStream faults;
  private final RandomStream ways;
  private int waitCount;
  private int wayCount;

  Targets(List<String> nodes, long seed) {
    this.nodes = nodes;
    waits = RandomStream.of(seed, "schedule waits");
    faults = RandomStream.of(seed, "schedule targets");
    ways = RandomStream.of(seed, "schedule ways");
  }

  /** Returns how long the next wait lasts, in nanoseconds. */
  long draw(Step.Wait wait) {
    RandomStream own = waits.split(Integer.toString(++waitCount));
    return own.between(wait.least().toNanos(), wait.most().toNanos());
  }

  /** Returns the way that is taken next. */
  List<Step> draw(Step.AnyOf any) {
    return any.drawn(ways.split(Integer.toString(++wayCount)));
  }

  /** Finds the targets of the fault {@code id}. */
  Resolution choose(String id, FaultSpec fault, List<NodeView> views) {
    return Resolver.resolve(fault, nodes, new Roles(views), faults.split(id));
  }
}
