package io.quorate.nemesis.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Link;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The shapes as pictures, and the laws that make them what they are called. */
class ShapesTest {
  @Test
  void everyShapeLooksAsDrawn() throws IOException {
    StringBuilder drawn = new StringBuilder();
    for (int size = 3; size <= 5; size++) {
      List<String> nodes = nodes(size);
      picture(drawn, nodes, "island n1", Grudges.island(nodes, List.of("n1"), false));
      picture(drawn, nodes, "island n1 with clients", Grudges.island(nodes, List.of("n1"), true));
      picture(drawn, nodes, "island n1 n3", Grudges.island(nodes, List.of("n1", "n3"), false));
      picture(drawn, nodes, "majorities ring", Grudges.majoritiesRing(nodes));
      picture(drawn, nodes, "bridge", Grudges.bridge(nodes));
      picture(drawn, nodes, "one-way from n2", Grudges.oneWay(nodes, List.of("n2"), true));
      picture(drawn, nodes, "one-way to n2", Grudges.oneWay(nodes, List.of("n2"), false));
    }

    assertThat(drawn.toString()).isEqualTo(golden());
  }

  @Test
  void inARingEveryNodeSeesAMajorityAndNoTwoTheSame() {
    for (int size = 3; size <= 9; size++) {
      List<String> nodes = nodes(size);
      List<Link> cut = Grudges.majoritiesRing(nodes);
      Set<List<String>> seen = new HashSet<>();

      for (String node : nodes) {
        List<String> neighbours = neighbours(nodes, node, cut);
        assertThat(neighbours).as("%s of %d", node, size).hasSizeGreaterThan(size / 2);
        seen.add(neighbours);
      }

      assertThat(seen).as("of %d", size).hasSize(size);
      assertThat(cut).as("of %d", size).isNotEmpty();
    }
  }

  @Test
  void overABridgeOnlyOneNodeSeesAll() {
    for (int size = 3; size <= 9; size++) {
      List<String> nodes = nodes(size);
      List<Link> cut = Grudges.bridge(nodes);

      List<String> seeAll =
          nodes.stream().filter(node -> neighbours(nodes, node, cut).equals(nodes)).toList();

      assertThat(seeAll).containsExactly(nodes.get(size / 2));
      assertThat(Sides.of(nodes, cut)).containsExactly(nodes);
    }
  }

  @Test
  void anIslandAndTheRestAreTheTwoSides() {
    List<String> nodes = nodes(5);
    List<Link> cut = Grudges.island(nodes, List.of("n2", "n4"), true);

    assertThat(Sides.of(nodes, cut))
        .containsExactly(List.of("n1", "n3", "n5"), List.of("n2", "n4"));
    assertThat(Sides.minority(nodes, cut)).containsExactly("n2", "n4");
  }

  @Test
  void ofTwoEqualHalvesNeitherHasTheMajority() {
    List<String> nodes = nodes(4);

    assertThat(Sides.minority(nodes, Grudges.island(nodes, List.of("n1", "n2"), true)))
        .isEqualTo(nodes);
  }

  @Test
  void withClientsNoLinkIsLeftBetweenTheSides() {
    List<String> nodes = nodes(5);
    List<String> inside = List.of("n1", "c1", "n4", "c4");
    List<Link> cut = Grudges.island(nodes, List.of("n1", "n4"), true);

    for (String a : places(nodes)) {
      for (String b : places(nodes)) {
        boolean linked = !a.equals(b) && (a.startsWith("n") || b.startsWith("n"));
        boolean across = inside.contains(a) != inside.contains(b);
        assertThat(cut.contains(new Link(linked ? a : "-", linked ? b : "+")))
            .as(a + "->" + b)
            .isEqualTo(linked && across);
      }
    }
  }

  @Test
  void withoutClientsOnlyNodesAreCutFromOneAnother() {
    List<String> nodes = nodes(5);

    assertThat(Grudges.island(nodes, List.of("n1"), false))
        .allMatch(link -> nodes.contains(link.from()) && nodes.contains(link.to()));
  }

  @Test
  void everyBipartitionIsListedOnce() {
    for (int size = 2; size <= Grudges.MAX_ENUMERATED; size++) {
      List<String> nodes = nodes(size);
      Set<List<Link>> cuts = new HashSet<>();

      for (List<String> island : Grudges.bipartitions(nodes)) {
        List<Link> cut = Grudges.island(nodes, island, false);
        assertThat(Sides.of(nodes, cut)).hasSize(2).contains(island);
        cuts.add(cut.stream().sorted().toList());
      }

      assertThat(cuts).hasSize((1 << (size - 1)) - 1);
    }
    assertThatThrownBy(() -> Grudges.bipartitions(nodes(8)))
        .hasMessage("bipartitions are listed up to 7 nodes, got 8");
  }

  @Test
  void oneWayOutAndOneWayInAreEachOthersReverse() {
    List<String> nodes = nodes(5);
    List<String> targets = List.of("n2", "n5");

    assertThat(Grudges.oneWay(nodes, targets, true).stream().map(Link::reversed))
        .containsExactlyInAnyOrderElementsOf(Grudges.oneWay(nodes, targets, false));
  }

  private static void picture(StringBuilder out, List<String> nodes, String shape, List<Link> cut) {
    boolean clients = cut.stream().anyMatch(link -> link.from().startsWith("c"));
    List<String> columns = clients ? places(nodes) : nodes;
    out.append(shape).append(" of ").append(nodes.size()).append('\n');
    out.append("from\\to ").append(String.join(" ", columns)).append('\n');
    for (String from : columns) {
      out.append("     ").append(from).append(' ');
      for (String to : columns) {
        boolean none = from.equals(to) || (from.startsWith("c") && to.startsWith("c"));
        boolean gone = !none && cut.contains(new Link(from, to));
        out.append(' ').append(none ? " " : gone ? "x" : ".").append(' ');
      }
      out.setLength(out.toString().stripTrailing().length());
      out.append('\n');
    }
    out.append('\n');
  }

  private static List<String> neighbours(List<String> nodes, String node, List<Link> cut) {
    return nodes.stream()
        .filter(other ->
            other.equals(node)
                || (!cut.contains(new Link(node, other)) && !cut.contains(new Link(other, node))))
        .toList();
  }

  private static List<String> nodes(int size) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
  }

  private static List<String> places(List<String> nodes) {
    List<String> places = new ArrayList<>(nodes);
    nodes.forEach(node -> places.add(Grudges.clientsBeside(node)));
    return places;
  }

  private static String golden() throws IOException {
    try (InputStream in = ShapesTest.class.getResourceAsStream("/golden/shapes.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
