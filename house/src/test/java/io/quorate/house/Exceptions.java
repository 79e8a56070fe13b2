package io.quorate.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The written exceptions of {@code house/exceptions.txt}. */
final class Exceptions {
  /** A breach of {@code rule} at a place that starts with {@code where} is allowed. */
  record Allowed(String rule, String where, String reason) {
    boolean covers(Rule broken, Breach breach) {
      return rule.equals(broken.name()) && breach.where().startsWith(where);
    }
  }

  private final List<Allowed> list;

  Exceptions(List<Allowed> list) {
    this.list = List.copyOf(list);
  }

  static Exceptions read(Path file) throws IOException {
    List<Allowed> list = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 3 || cells[2].isBlank()) {
          throw new IllegalArgumentException("not 'rule | where | reason': " + line);
        }
        list.add(new Allowed(cells[0].strip(), cells[1].strip(), cells[2].strip()));
      }
    }
    return new Exceptions(list);
  }

  /** The breaches that no exception covers. */
  List<Breach> remaining(Rule rule, List<Breach> breaches) {
    return breaches.stream()
        .filter(breach -> list.stream().noneMatch(allowed -> allowed.covers(rule, breach)))
        .toList();
  }

  /** The exceptions for {@code rule} that cover none of its breaches, or name no rule at all. */
  List<Allowed> stale(Rule rule, List<Breach> breaches) {
    return list.stream()
        .filter(allowed -> allowed.rule().equals(rule.name()))
        .filter(allowed -> breaches.stream().noneMatch(breach -> allowed.covers(rule, breach)))
        .toList();
  }

  /** The names of the rules that have exceptions. */
  List<String> rules() {
    return list.stream().map(Allowed::rule).distinct().toList();
  }
}
