package io.quorate.runner.conduct;

import io.quorate.checker.Analysis;
import io.quorate.checker.Model;
import io.quorate.checker.model.Models;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.file.HistoryReader;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.Requirements;
import io.quorate.results.RoleSample;
import io.quorate.results.RunSettings;
import io.quorate.results.insight.Insights;
import io.quorate.results.publish.Results;
import io.quorate.results.publish.Written;
import io.quorate.results.store.RunFolder;
import io.quorate.results.store.VerdictFile;
import io.quorate.runner.Ending;
import io.quorate.runner.Recording;
import io.quorate.runner.doctor.LeftOvers;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From a run's folder to its verdict: reads the history back, asks the checker, and has all that is
 * said of it written. A live run and one told again take the same road.
 */
public final class Judges {
  private Judges() {}

  /** Judges a run that has just ended. */
  public static Written judge(RunFolder folder, Plan plan, Recording recording) throws IOException {
    PlanFiles.write(folder, plan);
    Files.writeString(folder.schedule(), Schedules.write(recording.executed()));
    List<String> failures = new ArrayList<>();
    List<String> doubts = new ArrayList<>(recording.doubts());
    doubts.addAll(recording.ended());
    switch (recording.ending()) {
      case Ending.Completed c -> {}
      case Ending.Stopped s -> doubts.add("the run was stopped early: " + s.reason());
      case Ending.NeverReady n -> doubts.add(n.reason());
      case Ending.Broken b -> failures.add(b.reason());
    }
    failures.addAll(recording.ending().mishaps());
    RunSettings settings = settings(folder, plan).withDoubts(doubts);
    return write(folder, settings, failures, header(plan), recording.roles());
  }

  /**
   * Judges the run in {@code folder} again, by what was kept of it. A run that was killed before it
   * had a verdict gets one: what it had recorded is judged, and that it did not end is a doubt.
   *
   * @throws IllegalArgumentException with one sentence if there is no run, or it is still going
   */
  public static Written again(RunFolder folder) throws IOException {
    if (!Files.exists(folder.verdict())) {
      return unfinished(folder);
    }
    RunSettings settings = VerdictFile.readSettings(folder.verdict());
    List<String> failures = VerdictFile.readHarnessFailures(folder.verdict());
    return write(folder, settings, failures, Header.TORN, List.of());
  }

  private static Written unfinished(RunFolder folder) throws IOException {
    if (!Files.exists(folder.history())) {
      throw new IllegalArgumentException(
          folder.path() + " is no run: it has neither verdict.json nor history.jsonl");
    }
    if (LeftOvers.isGoing(folder.ledger())) {
      throw new IllegalArgumentException("the run in " + folder.path() + " is still going");
    }
    Optional<Plan> plan = PlanFiles.read(folder);
    RunSettings settings =
        plan.isPresent() ? settings(folder, plan.get()) : settingsWithoutPlan(folder);
    List<String> doubts = List.of("the run did not end: it was killed before it had a verdict");
    return write(folder, settings.withDoubts(doubts), List.of(), Header.TORN, List.of());
  }

  private static RunSettings settings(RunFolder folder, Plan plan) throws IOException {
    String command = PlanCommand.of(plan, folder.plan());
    boolean faults = Needs.anyFault(plan.schedule());
    String text = Files.readString(folder.plan());
    return RunSettings.of(plan.name(), text, command, plan.clients(), faults)
        .withRequirements(Requirements.DEFAULT.withPower(plan.minPower()))
        .withFacts(facts(plan));
  }

  private static RunSettings settingsWithoutPlan(RunFolder folder) {
    String command = "the plan of this run was not kept";
    return RunSettings.of(String.valueOf(folder.path().getFileName()), "", command, 0, true);
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
    Model<?> model = Models.named(history.header().model());
    Analysis analysis = Checking.USUAL.check(history, model);
    Insights found = Probing.USUAL.of(history, model, analysis);
    Insights insights =
        Traces.review(folder, history.header().nodes()).map(found::with).orElse(found);
    return Results.write(folder, history, analysis, insights, settings, roles, failures);
  }

  private static Header header(Plan plan) {
    return new Header(
        Header.CURRENT_VERSION, plan.workload(), Header.FailedCas.OBSERVE, plan.seed(), List.of());
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
