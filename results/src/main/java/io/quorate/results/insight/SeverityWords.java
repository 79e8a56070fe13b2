package io.quorate.results.insight;

import io.quorate.checker.severity.Breach;
import io.quorate.checker.severity.Breach.Promise;
import io.quorate.checker.severity.Sequential;
import io.quorate.checker.severity.Severity;
import io.quorate.checker.severity.Staleness;
import io.quorate.history.Completion;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The severity of a violation in words. */
public final class SeverityWords {
  private static final int LONGEST_VALUE = 60;

  private SeverityWords() {}

  /** Returns what is known, one sentence each: staleness, promises to processes, sequential. */
  public static List<String> sentences(Severity severity) {
    List<String> sentences = new ArrayList<>();
    sentences.add(staleness(severity));
    sentences.add(promises(severity));
    sentences.add(sequential(severity.sequential()));
    return sentences;
  }

  private static String staleness(Severity severity) {
    Staleness staleness = severity.staleness();
    if (staleness == null) {
      return "No read is surely stale.";
    }
    return String.format(
        Locale.ROOT,
        "%,d %s stale: by at least %.3f ms (%s), by at least %,d %s (%s).",
        staleness.reads(),
        staleness.reads() == 1 ? "read is" : "reads are",
        staleness.nanos() / 1e6,
        name(staleness.longest()),
        staleness.versions(),
        staleness.versions() == 1 ? "version" : "versions",
        name(staleness.farthest()));
  }

  private static String promises(Severity severity) {
    if (severity.breaches().isEmpty()) {
      return "No process surely read backwards, or missed its own write.";
    }
    Breach first = severity.breaches().getFirst();
    int more = severity.allBreaches() - 1;
    return sentence(first)
        + (more == 0 ? "" : String.format(Locale.ROOT, " So it was %,d times more.", more));
  }

  /** Returns what one broken promise is. */
  public static String sentence(Breach breach) {
    String what = name(breach.earlier()) + ", then " + name(breach.later()) + ".";
    return breach.promise() == Promise.MONOTONIC_READS
        ? "A process read backwards: " + what
        : "A process missed its own write: " + what;
  }

  /** Returns what is known of a sequential order. */
  public static String sequential(Sequential sequential) {
    return switch (sequential) {
      case YES -> "The whole history is sequentially consistent: each process alone saw no fault.";
      case NO -> "It is not even sequentially consistent.";
      case NOT_DETERMINED -> "Whether it is sequentially consistent was not determined.";
    };
  }

  /** Returns for example {@code read of 3 by process 7 (row 12)}. */
  public static String name(Operation operation) {
    boolean reads = operation.invocation().function().equals("read");
    String value =
        reads && operation.completion() instanceof Completion.Ok ok
            ? ok.output().toString()
            : operation.invocation().argument().toString();
    return String.format(
        Locale.ROOT,
        "%s of %s by process %d (row %d)",
        operation.invocation().function(),
        value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...",
        operation.process(),
        operation.index());
  }
}
