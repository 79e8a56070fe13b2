package io.quorate.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.history.Value;
import io.quorate.simulation.Finding;
import io.quorate.simulation.cluster.Led;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was recorded of a run tells when a majority could have served, and did not. */
class RecordedProgressTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long END = 10 * SECOND;
  private static final List<String> NODES = List.of("n1", "n2", "n3");

  private final List<Entry> entries = new ArrayList<>();
  private final List<Disturbance> faults = new ArrayList<>();
  private final List<Led> reigns = new ArrayList<>();

  @Test
  void aMajorityThatNothingDisturbsAndThatAnswersNobodyIsFound() {
    asks(1, false);
    assertThat(findings())
        .extracting(Finding::words)
        .containsExactly(
            "nothing disturbed n1 n2 n3 for 3.0 s, and no operation begun then was answered");
  }

  @Test
  void anAnswerInEveryStretchIsProgress() {
    for (int second = 0; second < 10; second++) {
      asks(second, true);
    }
    assertThat(findings()).isEmpty();
  }

  @Test
  void aFaultThatLeavesNoMajorityExcuses() {
    asks(1, false);
    faults.add(fault(0, Disturbance.NEVER, List.of(), List.of("n1", "n2")));
    assertThat(findings()).isEmpty();
  }

  @Test
  void aFaultThatLeavesAMajorityExcusesNobody() {
    asks(1, false);
    faults.add(fault(0, Disturbance.NEVER, cutOff("n3"), List.of()));
    assertThat(findings())
        .extracting(Finding::words)
        .containsExactly(
            "nothing disturbed n1 n2 for 3.0 s, and no operation begun then was answered");
  }

  @Test
  void aFaultCountsUntilItWasSeenGone() {
    asks(4, false);
    faults.add(fault(0, 9, List.of(), List.of("n1", "n2")));
    assertThat(findings()).isEmpty();
    faults.set(0, fault(0, 3, List.of(), List.of("n1", "n2")));
    assertThat(findings()).hasSize(1);
  }

  @Test
  void aStallOfTheToolkitExcusesEverybody() {
    asks(1, false);
    faults.add(fault(0, 10, List.of(), List.of()));
    assertThat(findings()).isEmpty();
  }

  @Test
  void twoLeadersForLongAreFound() {
    reigns.add(new Led("n1", 1, 0, 6 * SECOND));
    reigns.add(new Led("n2", 2, 5 * SECOND, 9 * SECOND));
    assertThat(findings()).isEmpty();
    reigns.set(0, new Led("n1", 1, 0, 8 * SECOND));
    assertThat(findings())
        .extracting(Finding::words)
        .containsExactly("n1 led term 1 and n2 term 2 at the same time for more than 2 s");
  }

  private List<Finding> findings() {
    return RecordedProgress.findings(NODES, entries, faults, reigns, END);
  }

  private void asks(double at, boolean answered) {
    long process = entries.size();
    long began = (long) (at * SECOND);
    Invocation read = new Invocation("read", "k", Value.NIL);
    entries.add(new Entry.Invoked(began, began, process, read, "n1"));
    Completion end = answered ? new Completion.Ok(Value.NIL) : new Completion.Info("timed out");
    entries.add(new Entry.Completed(began + SECOND / 2, process, end, "n1"));
  }

  private static List<Link> cutOff(String node) {
    List<Link> links = new ArrayList<>();
    for (String other : NODES) {
      if (!other.equals(node)) {
        links.add(new Link(node, other));
        links.add(new Link(other, node));
      }
    }
    return links;
  }

  private static Disturbance fault(long from, long gone, List<Link> links, List<String> nodes) {
    long lifted = gone == Disturbance.NEVER ? gone : gone * SECOND;
    return new Disturbance(
        "f1",
        "a fault",
        from * SECOND,
        from * SECOND,
        from * SECOND,
        lifted,
        lifted,
        links,
        nodes,
        List.of());
  }
}
