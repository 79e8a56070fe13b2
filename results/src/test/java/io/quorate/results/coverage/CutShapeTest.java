package io.quorate.results.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Link;
import io.quorate.results.coverage.CutShape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutShapeTest {
  /** Every way to part up to six nodes, in every direction, whoever leads. */
  @Test
  void isToldByTheLeadersSideWhateverTheNames() {
    for (int size = 2; size <= 6; size++) {
      List<String> nodes = nodes(size);
      TreeSet<CutShape> seen = new TreeSet<>();
      for (int members = 1; members < (1 << size) - 1; members++) {
        int inside = members;
        List<String> side =
            nodes.stream().filter(node -> (inside >> nodes.indexOf(node) & 1) == 1).toList();
        List<String> others = nodes.stream().filter(node -> !side.contains(node)).toList();
        for (String leader : side) {
          assertThat(shape(nodes, both(side, others), leader))
              .isEqualTo(new CutShape(Kind.BOTH_WAYS, side.size()));
          assertThat(shape(nodes, withClients(side, others), leader))
              .isEqualTo(new CutShape(Kind.BOTH_WAYS_WITH_CLIENTS, side.size()));
          assertThat(shape(nodes, between(side, others), leader))
              .isEqualTo(new CutShape(Kind.NOT_HEARD, side.size()));
          assertThat(shape(nodes, between(others, side), leader))
              .isEqualTo(new CutShape(Kind.DEAF, side.size()));
          for (Kind kind : Kind.values()) {
            seen.add(new CutShape(kind, side.size()));
          }
        }
      }
      assertThat(seen).hasSize(CutShape.all(size));
    }
  }

  private static CutShape shape(List<String> nodes, List<Link> cut, String leader) {
    return CutShape.of(nodes, cut, leader).orElseThrow();
  }

  @Test
  void whatDoesNotPartTheClusterInTwoHasNone() {
    List<String> nodes = nodes(5);
    List<Link> bridge = both(List.of("n1", "n2"), List.of("n4", "n5"));
    List<Link> three = new ArrayList<>(both(List.of("n1"), List.of("n2", "n3", "n4", "n5")));
    three.addAll(both(List.of("n2"), List.of("n3", "n4", "n5")));
    List<Link> oneWayWithClient = new ArrayList<>(between(List.of("n1"), nodes.subList(1, 5)));
    oneWayWithClient.add(new Link("c1", "n2"));

    for (List<Link> cut :
        List.of(
            bridge,
            three,
            oneWayWithClient,
            List.of(new Link("n1", "n2")),
            List.of(new Link("c1", "n2")),
            List.<Link>of())) {
      assertThat(CutShape.of(nodes, cut, "n1")).as("%s", cut).isEmpty();
    }
  }

  static List<String> nodes(int size) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
  }

  static List<Link> both(List<String> some, List<String> others) {
    List<Link> links = new ArrayList<>(between(some, others));
    links.addAll(between(others, some));
    return links;
  }

  private static List<Link> withClients(List<String> some, List<String> others) {
    List<Link> links = new ArrayList<>(both(some, others));
    links.addAll(between(some.stream().map(node -> node.replace('n', 'c')).toList(), others));
    return links;
  }

  static List<Link> between(List<String> from, List<String> to) {
    return from.stream().flatMap(a -> to.stream().map(b -> new Link(a, b))).toList();
  }
}
