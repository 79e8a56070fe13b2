package io.quorate.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Who may import whom: an arrow goes only downwards (docs/ARCHITECTURE.md, the floors). */
final class Arrows {
  /** The floors, top first: module, then every module it may import. */
  private static final Map<String, Set<String>> FLOORS = new LinkedHashMap<>();

  static {
    floor(
        "cli",
        "runner systems cluster simulation trial results jepsen checker workload nemesis history");
    floor("junit", "runner checker history");
    floor("runner", "systems cluster simulation trial results checker workload nemesis history");
    floor("systems", "cluster workload nemesis history raft-server");
    floor("cluster", "nemesis history");
    floor("simulation", "trial checker workload nemesis history raft-server");
    floor("trial", "workload nemesis history");
    floor("results", "checker history");
    floor("jepsen", "checker history");
    floor("checker", "history");
    floor("workload", "history");
    floor("nemesis", "history");
    floor("history", "");
    floor("raft-server", "");
  }

  /** What the toolkit may know of the server: how to talk to it. Simulation runs it whole. */
  private static final String PROTOCOL = "io.quorate.raft.protocol";

  private Arrows() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("floors", Arrows::floors),
        new Rule("protocol-only", Arrows::protocolOnly),
        new Rule("one-module-a-package", Arrows::oneModule),
        new Rule("parent-knows-no-child", Arrows::parentKnowsNoChild),
        new Rule("no-package-cycle", Arrows::cycles));
  }

  private static void floor(String module, String mayImport) {
    Set<String> below = new LinkedHashSet<>(List.of(mayImport.split(" ", -1)));
    FLOORS.put(module, below);
  }

  private static List<Breach> floors(House house) {
    return arrows(
        house,
        (from, to) -> {
          String upper = house.moduleOf(from);
          String lower = house.moduleOf(to);
          return !upper.equals(lower) && !FLOORS.getOrDefault(upper, Set.of()).contains(lower);
        });
  }

  private static List<Breach> protocolOnly(House house) {
    return arrows(
        house,
        (from, to) ->
            house.moduleOf(from).equals("systems")
                && house.moduleOf(to).equals("raft-server")
                && !to.getPackageName().startsWith(PROTOCOL));
  }

  private static List<Breach> parentKnowsNoChild(House house) {
    return arrows(house, (from, to) -> to.getPackageName().startsWith(from.getPackageName() + "."));
  }

  private static List<Breach> oneModule(House house) {
    Map<String, Set<String>> modules = new TreeMap<>();
    for (JavaClass type : house.classes()) {
      modules
          .computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
          .add(house.moduleOf(type));
    }
    return modules.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> new Breach(entry.getKey(), "lives in " + entry.getValue()))
        .toList();
  }

  private static List<Breach> cycles(House house) {
    Map<String, Set<String>> imports = new TreeMap<>();
    imports(house)
        .forEach(arrow ->
            imports
                .computeIfAbsent(arrow.from().getPackageName(), name -> new TreeSet<>())
                .add(arrow.to().getPackageName()));
    List<Breach> breaches = new ArrayList<>();
    for (String start : imports.keySet()) {
      List<String> way = wayBack(imports, start);
      if (!way.isEmpty()) {
        breaches.add(new Breach(start, "imports itself: " + String.join(" -> ", way)));
      }
    }
    return breaches;
  }

  /** The shortest way of imports from {@code start} back to it, breadth first; empty if none. */
  private static List<String> wayBack(Map<String, Set<String>> imports, String start) {
    Set<String> seen = new TreeSet<>();
    List<List<String>> ways = new ArrayList<>(List.of(List.of(start)));
    for (int i = 0; i < ways.size(); i++) {
      List<String> way = ways.get(i);
      for (String next : imports.getOrDefault(way.getLast(), Set.of())) {
        List<String> longer = Stream.concat(way.stream(), Stream.of(next)).toList();
        if (next.equals(start)) {
          return longer;
        }
        if (seen.add(next)) {
          ways.add(longer);
        }
      }
    }
    return List.of();
  }

  private static List<Breach> arrows(House house, BiPredicate<JavaClass, JavaClass> wrong) {
    return imports(house)
        .filter(arrow -> wrong.test(arrow.from(), arrow.to()))
        .map(arrow -> new Breach(arrow.from().getName(), arrow.words()))
        .distinct()
        .toList();
  }

  /** Every import of a type in one package of the house by a type in another. */
  private static Stream<Arrow> imports(House house) {
    return house.classes().stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(Arrow::of)
        .filter(arrow -> house.owns(arrow.to()))
        .filter(arrow -> !arrow.from().getPackageName().equals(arrow.to().getPackageName()));
  }

  private record Arrow(JavaClass from, JavaClass to, String words) {
    static Arrow of(Dependency dependency) {
      return new Arrow(
          dependency.getOriginClass(),
          dependency.getTargetClass().getBaseComponentType(),
          dependency.getDescription());
    }
  }
}
