package io.quorate.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.nemesis.Fault;
import io.quorate.simulation.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServingTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Completion WELL = new Completion.Ok(Value.NIL);
  private static final Completion DOUBT = new Completion.Info("timed out");

  private final List<Entry> entries = new ArrayList<>();
  private final FaultLog faults = new FaultLog(List.of("n1", "n2", "n3"));

  @Test
  void aHealedClusterThatAnswersNobodyIsFound() {
    fault(1, "commanded");
    fault(2, "lifted");
    asks(2.5, DOUBT, 3.5);
    asks(6, DOUBT, 7);

    assertThat(findings()).hasSize(1);
  }

  @Test
  void oneAnswerToAnOperationBegunAfterTheHealIsEnough() {
    fault(1, "commanded");
    fault(2, "lifted");
    asks(2.5, DOUBT, 3.5);
    asks(3, WELL, 4.9);
    asks(5.5, WELL, 6);

    assertThat(findings()).isEmpty();
  }

  @Test
  void anAnswerToWhatWasAskedBeforeTheHealSaysNothing() {
    fault(1, "commanded");
    entries.add(new Entry.Invoked(SECOND, SECOND, 9, read(), "n1"));
    fault(2, "lifted");
    entries.add(new Entry.Completed(2 * SECOND + 1, 9, WELL, "n1"));
    asks(2.5, DOUBT, 5.5);

    assertThat(findings()).hasSize(1);
  }

  @Test
  void whileNoMajorityIsLeftNothingIsAskedOfTheCluster() {
    fault(0.1, "commanded");
    asks(1, DOUBT, 2);
    asks(8, DOUBT, 9);

    assertThat(findings()).isEmpty();
  }

  private static Invocation read() {
    return new Invocation("read", "k", Value.NIL);
  }

  private void asks(double from, Completion completion, double to) {
    long process = entries.size() + 100L;
    long began = (long) (from * SECOND);
    entries.add(new Entry.Invoked(began, began, process, read(), "n1"));
    entries.add(new Entry.Completed((long) (to * SECOND), process, completion, "n1"));
  }

  private void fault(double at, String phase) {
    long nanos = (long) (at * SECOND);
    if (phase.equals("commanded")) {
      faults.injected(nanos, "f1", new Fault.Kill(List.of("n1", "n2")));
    } else {
      faults.lifted(nanos, "f1");
    }
  }

  private List<Finding> findings() {
    return Serving.findings(
        entries, faults.until(entries.getLast().timeNanos()), Serving.BOUND_NANOS);
  }
}
