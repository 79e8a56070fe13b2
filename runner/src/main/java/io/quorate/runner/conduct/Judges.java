package io.quorate.runner.conduct;

import io.quorate.checker.Analysis;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.file.HistoryReader;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.RoleSample;
import io.quorate.results.RunSettings;
import io.quorate.results.publish.Results;
import io.quorate.results.publish.Written;
import io.quorate.results.store.RunFolder;
import io.quorate.results.store.VerdictFile;
import io.quorate.runner.Ending;
import io.quorate.runner.Recording;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From a run's folder to its verdict: reads the history back, asks the checker, and has all that is
 * said of it written. A live run and one told again take the same road.
 */
public final class Judges {
  private Judges() {}

  /**
   * Judges a run that has just ended.
   *
   * @param command the shell command that repeats it
   */
  public static Written judge(RunFolder folder, Plan plan, String command, Recording recording)
      throws IOException {
    keep(folder, plan, recording);
    List<String> failures = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    switch (recording.ending()) {
      case Ending.Completed c -> {}
      case Ending.Stopped s -> doubts.add("the run was stopped early: " + s.reason());
      case Ending.NeverReady n -> doubts.add(n.reason());
      case Ending.Broken b -> failures.add(b.reason());
    }
    failures.addAll(recording.ending().mishaps());
    RunSettings settings =
        RunSettings.of(
                plan.name(),
                Files.readString(folder.plan()),
                command,
                plan.clients(),
                Needs.anyFault(plan.schedule()))
            .withDoubts(doubts)
            .withFacts(facts(plan));
    return write(folder, settings, failures, header(plan), recording.roles());
  }

  /** Judges the run in {@code folder} again, by what was kept of it. */
  public static Written again(RunFolder folder) throws IOException {
    RunSettings settings = VerdictFile.readSettings(folder.verdict());
    List<String> failures = VerdictFile.readHarnessFailures(folder.verdict());
    return write(folder, settings, failures, Header.TORN, List.of());
  }

  private static Written write(
      RunFolder folder,
      RunSettings settings,
      List<String> failures,
      Header absent,
      List<RoleSample> roles) {
    History history =
        Files.exists(folder.history())
            ? HistoryReader.read(folder.history())
            : History.builder(absent).build();
    Analysis analysis = Checking.USUAL.check(history);
    return Results.write(folder, history, analysis, settings, roles, failures);
  }

  private static Header header(Plan plan) {
    return new Header(
        Header.CURRENT_VERSION, plan.workload(), Header.FailedCas.OBSERVE, plan.seed(), List.of());
  }

  private static void keep(RunFolder folder, Plan plan, Recording recording) throws IOException {
    String schedule = named(plan) ? plan.schedule().name() : "schedule-as-planned.yaml";
    Files.writeString(folder.plan(), PlanWriter.write(plan, schedule));
    if (!named(plan)) {
      Path planned = folder.path().resolve(schedule);
      Files.writeString(planned, Schedules.write(plan.schedule()));
    }
    Files.writeString(folder.schedule(), Schedules.write(recording.executed()));
  }

  private static boolean named(Plan plan) {
    return Schedules.NAMES.contains(plan.schedule().name())
        && Schedules.named(plan.schedule().name()).equals(plan.schedule());
  }

  private static Map<String, String> facts(Plan plan) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("world", plan.on());
    facts.put("system", plan.system());
    facts.put("nodes", Integer.toString(plan.nodes()));
    facts.put("schedule", plan.schedule().name());
    facts.put("seed", Long.toString(plan.seed()));
    facts.put("java", Runtime.version().toString());
    facts.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return facts;
  }
}
