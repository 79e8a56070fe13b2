package io.quorate.nemesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Link;
import io.quorate.history.RandomStream;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.NodeView;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.partition.Grudges;
import io.quorate.nemesis.roles.Resolution;
import io.quorate.nemesis.roles.Resolver;
import io.quorate.nemesis.roles.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That the schedule has every cut in two exactly once, found by trying every renaming. */
class SystematicTest {
  /** Links among up to seven nodes, a bit each; with clients another bit. */
  private static final int WIDTH = 7;

  private static final int WITH_CLIENTS = 63;

  @Test
  void hasEveryCutInTwoOnceUpToRenamingOfFollowers() {
    for (int size = 3; size <= WIDTH; size++) {
      List<String> nodes = IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
      List<int[]> renamings = renamings(size);

      TreeSet<Long> all = new TreeSet<>();
      for (List<Link> cut : cuts(nodes)) {
        all.add(canonical(cut, renamings));
      }

      assertThat(
              ways(nodes).stream()
                  .map(way -> canonical(resolved(way, nodes), renamings))
                  .sorted()
                  .toList())
          .as("%d nodes", size)
          .containsExactlyElementsOf(all);
      assertThat(all).hasSize(4 * (size - 1));
    }
  }

  private static List<List<Step>> ways(List<String> nodes) {
    return Schedules.fitting(
        (Step.EachOf) Schedules.named("systematic").steps().getFirst(), nodes.size());
  }

  /** All of them: both ways with clients and without, and each of two directions alone. */
  private static List<List<Link>> cuts(List<String> nodes) {
    List<List<Link>> cuts = new ArrayList<>();
    for (List<String> side : Grudges.bipartitions(nodes)) {
      cuts.add(Grudges.island(nodes, side, true));
      cuts.add(Grudges.island(nodes, side, false));
      cuts.add(Grudges.oneWay(nodes, side, true));
      cuts.add(Grudges.oneWay(nodes, side, false));
    }
    return cuts;
  }

  private static List<Link> resolved(List<Step> way, List<String> nodes) {
    Step.Inject inject =
        way.stream()
            .filter(Step.Inject.class::isInstance)
            .map(Step.Inject.class::cast)
            .findFirst()
            .orElseThrow();
    Roles roles = new Roles(List.of(new NodeView("n1", true, NodeView.Role.LEADER, 1, 0, 0, 0)));
    Resolution found =
        Resolver.resolve(inject.fault(), nodes, roles, List.of(), RandomStream.of(1, "systematic"));
    return found instanceof Resolution.Resolved r && r.fault() instanceof Fault.Partition p
        ? p.grudge()
        : List.of();
  }

  /** The least of what a cut becomes when followers change their names; n1 leads and keeps its. */
  private static long canonical(List<Link> cut, List<int[]> renamings) {
    return renamings.stream().mapToLong(names -> renamed(cut, names)).min().orElseThrow();
  }

  private static long renamed(List<Link> cut, int[] names) {
    long bits = 0;
    for (Link link : cut) {
      if (link.from().startsWith("c") || link.to().startsWith("c")) {
        bits |= 1L << (WITH_CLIENTS - 1);
      } else {
        bits |= 1L << (names[place(link.from())] * WIDTH + names[place(link.to())]);
      }
    }
    return bits;
  }

  private static int place(String node) {
    return Integer.parseInt(node.substring(1)) - 1;
  }

  private static List<int[]> renamings(int size) {
    List<int[]> done = new ArrayList<>();
    rename(new int[size], 1, size, done);
    return done;
  }

  private static void rename(int[] names, int place, int size, List<int[]> done) {
    if (place == size) {
      done.add(names.clone());
      return;
    }
    for (int name = 1; name < size; name++) {
      int taken = name;
      if (IntStream.range(1, place).noneMatch(i -> names[i] == taken)) {
        names[place] = name;
        rename(names, place + 1, size, done);
      }
    }
  }
}
