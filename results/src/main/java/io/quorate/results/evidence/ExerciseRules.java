package io.quorate.results.evidence;

import io.quorate.history.Header;
import io.quorate.history.Invocation;
import io.quorate.results.Finding;
import io.quorate.results.Requirements;
import io.quorate.results.RunSettings;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Measures;
import io.quorate.results.measures.Side;
import io.quorate.results.measures.SideMeasure;
import io.quorate.results.measures.Tallies;
import io.quorate.results.measures.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether anything was asked while a fault was in force, on each side of it, and whether the side
 * without a majority kept silent.
 *
 * <p>An ok change of state on a side without majority is told loudly and is no violation by itself:
 * whether it was one is for the checker to say.
 */
final class ExerciseRules {
  static final String EXERCISE = "exercise";
  static final String SILENCE = "silence";

  private final List<String> functions;
  private final Measures measures;
  private final Requirements needs;
  private final boolean expected;
  private final List<Finding> findings = new ArrayList<>();

  ExerciseRules(Header header, Measures measures, RunSettings settings) {
    this.functions = functions(header.model(), measures.tallies());
    this.measures = measures;
    this.needs = settings.requirements();
    this.expected = settings.faultsExpected();
  }

  /** Returns the kinds of operations a model has; of an unknown one those that were asked. */
  static List<String> functions(String model, Tallies tallies) {
    return switch (model) {
      case "register" -> List.of(Invocation.READ, "write");
      case "cas-register" -> List.of(Invocation.READ, "write", "cas");
      case "append-list" -> List.of(Invocation.READ, "append");
      default -> List.copyOf(tallies.byFunction().keySet());
    };
  }

  /** Returns what the rules say, fault by fault. */
  List<Finding> findings() {
    List<FaultMeasure> lasting = new ArrayList<>();
    List<FaultMeasure> brief = new ArrayList<>();
    for (FaultMeasure fault : measures.faults()) {
      (fault.inForce().nanos() < needs.shortFault().toNanos() ? brief : lasting).add(fault);
    }
    int exercised = 0;
    for (FaultMeasure fault : lasting) {
      exercised += lasting(fault) ? 1 : 0;
    }
    exercised += !brief.isEmpty() && together(brief) ? 1 : 0;
    if (expected && !measures.faults().isEmpty()) {
      findings.add(enough(exercised));
    }
    measures.faults().forEach(this::silence);
    return findings;
  }

  private Finding enough(int exercised) {
    String sentence =
        Words.count(exercised, "fault was", "faults were")
            + " exercised on every side, brief ones counted together as one; "
            + needs.faultsExercised()
            + " needed.";
    return Finding.of(exercised >= needs.faultsExercised(), EXERCISE, null, sentence);
  }

  private boolean lasting(FaultMeasure fault) {
    List<String> lacks = new ArrayList<>();
    for (SideMeasure side : asked(fault)) {
      for (String function : functions) {
        Tally tally = side.tallies().of(function);
        String where = " " + function + " on the side of " + side.side().name();
        if (tally.attempts() < needs.attemptsOfEachKind()) {
          lacks.add(tally.attempts() + " attempts of" + where);
        }
        if (serves(fault, side) && tally.ok() < needs.okOfEachKind()) {
          lacks.add(tally.ok() + " ok of" + where);
        }
      }
    }
    findings.add(Finding.of(lacks.isEmpty(), EXERCISE, fault.fault().id(), said(fault, lacks)));
    return lacks.isEmpty();
  }

  private String said(FaultMeasure fault, List<String> lacks) {
    String name = ProofRules.name(fault.fault());
    if (lacks.isEmpty()) {
      return name + " met operations of every kind on every side.";
    }
    String stalled =
        fault.stalled() ? " The toolkit itself stood still meanwhile, which may be why." : "";
    return String.format(
        "%s was in force for %s and saw only %s; %d attempts on each side and %d ok where a"
            + " majority lives are needed of each kind.%s",
        name,
        Words.duration(fault.inForce().nanos()),
        String.join(", ", lacks),
        needs.attemptsOfEachKind(),
        needs.okOfEachKind(),
        stalled);
  }

  private boolean together(List<FaultMeasure> brief) {
    Tally major = Tally.NONE;
    Tally minor = Tally.NONE;
    boolean hasMinor = false;
    for (FaultMeasure fault : brief) {
      for (SideMeasure side : asked(fault)) {
        boolean serves = serves(fault, side);
        major = serves ? major.plus(side.tallies().all()) : major;
        minor = serves ? minor : minor.plus(side.tallies().all());
        hasMinor |= !serves;
      }
    }
    boolean enough =
        (!hasMinor || minor.attempts() >= needs.attemptsOfEachKind())
            && (brief.stream().noneMatch(FaultMeasure::majorityLeft)
                || (major.attempts() >= needs.attemptsOfEachKind()
                    && major.ok() >= needs.okOfEachKind()));
    String sentence =
        String.format(
            "%s in force for less than %s met together %d attempts and %d ok where a majority"
                + " lives, %d attempts where none does%s.",
            Words.count(brief.size(), "fault", "faults"),
            Words.duration(needs.shortFault().toNanos()),
            major.attempts(),
            major.ok(),
            minor.attempts(),
            enough ? "" : ", which is too little to count as exercised");
    findings.add(Finding.note(EXERCISE, null, sentence));
    return enough;
  }

  /** Returns the sides with clients; where nobody knows who lives where, everybody as one side. */
  private static List<SideMeasure> asked(FaultMeasure fault) {
    List<SideMeasure> asked = fault.sides().stream().filter(s -> s.side().hasClients()).toList();
    if (!asked.isEmpty()) {
      return asked;
    }
    Side everybody = new Side("all clients", List.of(), List.of("clients"), fault.majorityLeft());
    return List.of(new SideMeasure(everybody, fault.tallies(), fault.outage(), List.of()));
  }

  private static boolean serves(FaultMeasure fault, SideMeasure side) {
    return fault.kind().takesAway() && fault.majorityLeft() && side.side().majority();
  }

  private void silence(FaultMeasure fault) {
    for (SideMeasure side : fault.sides()) {
      if (side.side().majority() || !fault.kind().takesAway()) {
        continue;
      }
      String id = fault.fault().id();
      if (side.okWithoutMajority().isEmpty()) {
        findings.add(
            Finding.met(
                SILENCE,
                id,
                ProofRules.name(fault.fault())
                    + " left "
                    + side.side().name()
                    + " without a majority, and nothing was changed there."));
      } else {
        findings.add(new Finding(SILENCE, Finding.Status.SUSPICIOUS, id, loud(fault, side)));
      }
    }
  }

  private static String loud(FaultMeasure fault, SideMeasure side) {
    return String.format(
        "SUSPICIOUS: %s left %s without a majority, and changes were acknowledged there: history"
            + " rows %s.",
        ProofRules.name(fault.fault()), side.side().name(), side.okWithoutMajority());
  }
}
