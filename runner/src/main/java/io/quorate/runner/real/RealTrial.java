package io.quorate.runner.real;

import io.quorate.checker.Analysis;
import io.quorate.checker.Verdict;
import io.quorate.checker.laws.BrokenLaw;
import io.quorate.history.Entry;
import io.quorate.history.History;
import io.quorate.history.file.HistoryReader;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.Ending;
import io.quorate.runner.Recording;
import io.quorate.runner.campaign.Sign;
import io.quorate.runner.campaign.Signs;
import io.quorate.runner.conduct.Checking;
import io.quorate.runner.conduct.Run;
import io.quorate.runner.conduct.Traces;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.plan.Plan;
import io.quorate.simulation.world.RecordedProgress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run on real processes, judged as a trial of a campaign is: by what clients saw, by whether it
 * made progress, by servers that ended themselves, and by what their traces break.
 *
 * @param signs what shows a bug, in the order of time
 * @param doubt why a trial without a sign does not count as clean
 */
record RealTrial(List<Sign> signs, Optional<String> doubt) {
  /** Keeps its own copy. */
  RealTrial {
    signs = List.copyOf(signs);
  }

  /** Judges what a run has left in {@code folder}. */
  static RealTrial of(Plan plan, Recording recording, RunFolder folder) {
    List<Sign> signs = new ArrayList<>();
    Optional<String> doubt = doubt(recording.ending());
    long end = 0;
    if (Files.exists(folder.history())) {
      List<Entry> entries = new ArrayList<>();
      History history = read(folder, entries);
      end = entries.stream().mapToLong(Entry::timeNanos).max().orElse(0);
      Analysis analysis = Checking.USUAL.check(history);
      Signs.violation(analysis).ifPresent(signs::add);
      RecordedProgress.findings(
              TrialPlans.nodes(plan),
              entries,
              history.disturbances(),
              Reigns.seen(recording.roles()),
              end)
          .forEach(finding -> signs.add(Signs.of(finding)));
      doubt = doubt.or(() -> undecided(analysis)).or(() -> Signs.unproven(history));
    }
    signs.addAll(others(plan, recording, folder, end));
    signs.sort(Comparator.comparingLong(Sign::atNanos));
    return new RealTrial(signs, doubt);
  }

  private static List<Sign> others(Plan plan, Recording recording, RunFolder folder, long end) {
    List<Sign> signs = new ArrayList<>();
    recording.ended().forEach(words -> signs.add(new Sign(Sign.Kind.STOPPED, words, end)));
    if (signs.isEmpty()
        && recording.ending() instanceof Ending.NeverReady never
        && never.reason().endsWith(Run.NO_LEADER)) {
      signs.add(new Sign(Sign.Kind.LIVENESS, never.reason(), end));
    }
    Traces.review(folder, TrialPlans.nodes(plan))
        .flatMap(review -> review.broken().stream().findFirst())
        .map(BrokenLaw::sentence)
        .ifPresent(words -> signs.add(new Sign(Sign.Kind.LAW, words, end)));
    return signs;
  }

  private static Optional<String> doubt(Ending ending) {
    return switch (ending) {
      case Ending.Completed completed -> Optional.empty();
      case Ending.Stopped stopped -> Optional.of(stopped.reason());
      case Ending.NeverReady never -> Optional.of(never.reason());
      case Ending.Broken broken -> Optional.of(broken.reason());
    };
  }

  private static Optional<String> undecided(Analysis analysis) {
    return analysis.overall() instanceof Verdict.Undecided undecided
        ? Optional.of(undecided.why())
        : Optional.empty();
  }

  /** Reads the history, and its entries one by one into {@code entries}. */
  private static History read(RunFolder folder, List<Entry> entries) {
    try (HistoryReader reader = HistoryReader.open(folder.history())) {
      History.Builder history = History.builder(reader.header());
      for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
        history.add(reader.order(), entry);
      }
      return history.build();
    }
  }

  /** Returns the kinds of its signs as a trial's record has them, each once. */
  List<String> kinds() {
    return Signs.kinds(signs);
  }

  /** Returns the first sign that somebody outside of the servers could have seen. */
  Optional<Sign> outside() {
    return signs.stream().filter(sign -> sign.kind().outside()).findFirst();
  }
}
