package io.quorate.results.judgement;

import io.quorate.checker.Analysis;
import io.quorate.history.History;
import io.quorate.results.Finding;
import io.quorate.results.Outcome;
import io.quorate.results.RuleResult;
import io.quorate.results.RunSettings;
import io.quorate.results.coverage.CutCoverage;
import io.quorate.results.coverage.CutWalk;
import io.quorate.results.evidence.Conclusiveness;
import io.quorate.results.evidence.LimitRules;
import io.quorate.results.insight.Insights;
import io.quorate.results.insight.LawRule;
import io.quorate.results.insight.PowerRule;
import io.quorate.results.measures.Homes;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.meter.Measuring;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is said of a run. A pure function of its history, the checker's answer, its settings and
 * what the toolkit itself failed at: so a folder reported again comes to the same.
 *
 * @param history what was recorded
 * @param analysis what the checker said
 * @param insights what was found out beside it
 * @param settings what else is known of the run
 * @param measures the numbers
 * @param findings what the rules of evidence say
 * @param rules what became of the limits
 * @param harnessFailures what the toolkit failed at, one sentence each
 * @param outcome what it comes to
 */
public record Judgement(
    History history,
    Analysis analysis,
    Insights insights,
    RunSettings settings,
    Measures measures,
    List<Finding> findings,
    List<RuleResult> rules,
    List<String> harnessFailures,
    Outcome outcome) {
  /** Keeps its own copies. */
  public Judgement {
    findings = List.copyOf(findings);
    rules = List.copyOf(rules);
    harnessFailures = List.copyOf(harnessFailures);
  }

  /** Judges a run. */
  public static Judgement of(
      History history,
      Analysis analysis,
      Insights insights,
      RunSettings settings,
      List<String> harnessFailures) {
    Homes homes = new Homes(history.header().nodes(), settings.workers());
    Measures measures = Measuring.of(history, homes);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Conclusiveness.findings(history.header(), measures, settings));
    findings.addAll(PowerRule.findings(analysis, insights.power(), settings.requirements()));
    findings.addAll(LawRule.findings(insights.traces()));
    List<RuleResult> rules = LimitRules.check(measures, settings.limits());
    Outcome outcome = Outcome.judge(analysis, findings, harnessFailures, rules);
    return new Judgement(
        history, analysis, insights, settings, measures, findings, rules, harnessFailures, outcome);
  }

  /** Returns the same run after the toolkit could not keep {@code file}: no green without it. */
  public Judgement afterLosing(String file) {
    List<String> failures = new ArrayList<>(harnessFailures);
    failures.add(file + " could not be written.");
    Outcome worse = Outcome.judge(analysis, findings, failures, rules);
    return new Judgement(
        history, analysis, insights, settings, measures, findings, rules, failures, worse);
  }

  /** Returns which cuts in two the run had, and which of them landed. */
  public CutCoverage coverage() {
    return CutCoverage.of(CutWalk.of(history, this::landed));
  }

  /** Returns the findings about the fault {@code id}. */
  public List<Finding> about(String id) {
    return findings.stream().filter(f -> id.equals(f.fault())).toList();
  }

  /** Whether the fault {@code id} was commanded, and proven at every look. */
  public boolean landed(String id) {
    List<Finding> proof =
        about(id).stream().filter(f -> f.rule().equals(Conclusiveness.PROOF)).toList();
    return !proof.isEmpty() && proof.stream().allMatch(f -> f.status() == Finding.Status.MET);
  }
}
