package io.quorate.checker.laws;

import io.quorate.history.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The traces of a cluster as a text, a line each: {@code n1 vote t1 i0 for=n1}. A {@code boot} of a
 * node is one more than its last; lines are numbered within it.
 */
final class Tale {
  private record Trace(String node, List<Observation> lines) implements NodeTrace {
    @Override
    public void read(Consumer<Observation> reader) {
      lines.forEach(reader);
    }
  }

  private final SortedMap<String, List<Observation>> traces = new TreeMap<>();
  private final Map<String, Long> boots = new HashMap<>();
  private final Map<String, Long> next = new HashMap<>();

  private Tale() {}

  static TraceReview review(List<String> voters, String... texts) {
    return TraceLaws.review(voters, of(texts));
  }

  static List<NodeTrace> of(String... texts) {
    Tale tale = new Tale();
    for (String text : texts) {
      text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(tale::line);
    }
    return tale.traces.entrySet().stream()
        .<NodeTrace>map(trace -> new Trace(trace.getKey(), trace.getValue()))
        .toList();
  }

  private void line(String line) {
    List<String> words = List.of(line.split(" +"));
    String node = words.get(0);
    String kind = words.get(1);
    if (kind.equals("boot")) {
      boots.merge(node, 0L, (last, first) -> last + 1);
      next.put(node, 0L);
    }
    String detail =
        words.subList(4, words.size()).stream()
            .map(Tale::field)
            .collect(Collectors.joining(",", "{", "}"));
    traces
        .computeIfAbsent(node, key -> new ArrayList<>())
        .add(
            new Observation(
                node,
                boots.getOrDefault(node, 0L),
                next.merge(node, 1L, Long::sum) - 1,
                0,
                Long.parseLong(words.get(2).substring(1)),
                Long.parseLong(words.get(3).substring(1)),
                kind,
                detail));
  }

  private static String field(String word) {
    String[] sides = word.split("=", 2);
    boolean number = sides[1].matches("-?[0-9]+");
    return '"' + sides[0] + "\":" + (number ? sides[1] : '"' + sides[1] + '"');
  }
}
