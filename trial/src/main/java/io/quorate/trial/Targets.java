package io.quorate.trial;

import io.quorate.history.RandomStream;
import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.roles.Resolution;
import io.quorate.nemesis.roles.Resolver;
import io.quorate.nemesis.roles.Roles;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.nemesis.schedule.WilliamsDesign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final RandomStream places;
  private int waitCount;
  private int wayCount;

  /** For each step that goes all its ways: where in their design it goes on, row behind row. */
  private final Map<Step.EachOf, Integer> designs = new HashMap<>();

  Targets(List<String> nodes, long seed) {
    this.nodes = nodes;
    waits = RandomStream.of(seed, "schedule waits");
    faults = RandomStream.of(seed, "schedule targets");
    ways = RandomStream.of(seed, "schedule ways");
    places = RandomStream.of(seed, "schedule rows");
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

  /**
   * Returns the steps of all its ways that fit, in the next row of their design; at first what is
   * left of a row from a place that is drawn, so that short runs together see every part of it.
   */
  List<Step> draw(Step.EachOf each) {
    List<List<Step>> fitting = Schedules.fitting(each, nodes.size());
    int things = fitting.size();
    int at = designs.computeIfAbsent(each, first -> drawnPlace(things));
    int row = at / things;
    designs.put(each, (row + 1) * things % (WilliamsDesign.rows(things) * things));
    return WilliamsDesign.row(things, row).subList(at % things, things).stream()
        .map(fitting::get)
        .flatMap(List::stream)
        .toList();
  }

  private int drawnPlace(int things) {
    RandomStream own = places.split(Integer.toString(designs.size() + 1));
    return (int) own.below((long) WilliamsDesign.rows(things) * things);
  }

  /**
   * Finds the targets of the fault {@code id}.
   *
   * @param inForce what is in force already
   */
  Resolution choose(String id, FaultSpec fault, List<NodeView> views, FaultsInForce inForce) {
    List<String> struck = inForce.struckAmong(nodes);
    return Resolver.resolve(fault, nodes, new Roles(views), struck, faults.split(id));
  }
}
