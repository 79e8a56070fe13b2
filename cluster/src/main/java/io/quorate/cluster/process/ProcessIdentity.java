package io.quorate.cluster.process;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One process and no other: what its host called it and when it began.
 *
 * @param pid its number, which the host gives again to others later
 * @param start when it began, in the host's own terms: field 22 of {@code /proc/PID/stat}, or what
 *     {@code ps -o lstart=} says; compared, never computed with
 */
public record ProcessIdentity(long pid, String start) {
  /** Refuses what no host would say. */
  public ProcessIdentity {
    if (pid <= 1 || start.isBlank()) {
      throw new IllegalArgumentException("not a process of ours: pid " + pid + " of " + start);
    }
  }

  /** Returns it as facts for a ledger. */
  public SortedMap<String, String> facts() {
    return new TreeMap<>(Map.of("pid", Long.toString(pid), "start", start));
  }

  /** Returns the identity in {@code text}: pid, blank, start; absent if it is not one. */
  static Optional<ProcessIdentity> parse(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length != 2 || !words[0].matches("[0-9]{1,10}") || words[1].isBlank()) {
      return Optional.empty();
    }
    long pid = Long.parseLong(words[0]);
    return pid > 1 ? Optional.of(new ProcessIdentity(pid, words[1])) : Optional.empty();
  }

  @Override
  public String toString() {
    return "pid " + pid + " started " + start;
  }
}
