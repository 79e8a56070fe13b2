package io.quorate.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServingTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Completion WELL = new Completion.Ok(Value.NIL);
  private static final Completion DOUBT = new Completion.Info("timed out");

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void aHealedClusterThatAnswersNobodyIsFound() {
    fault(1, Entry.Phase.COMMANDED);
    fault(2, Entry.Phase.CONFIRMED_LIFTED);
    asks(2.5, DOUBT, 3.5);
    asks(6, DOUBT, 7);

    assertThat(Serving.findings(entries)).hasSize(1);
  }

  @Test
  void oneAnswerToAnOperationBegunAfterTheHealIsEnough() {
    fault(1, Entry.Phase.COMMANDED);
    fault(2, Entry.Phase.CONFIRMED_LIFTED);
    asks(2.5, DOUBT, 3.5);
    asks(3, WELL, 4.9);
    asks(5.5, WELL, 6);

    assertThat(Serving.findings(entries)).isEmpty();
  }

  @Test
  void anAnswerToWhatWasAskedBeforeTheHealSaysNothing() {
    fault(1, Entry.Phase.COMMANDED);
    entries.add(new Entry.Invoked(SECOND, SECOND, 9, read(), null));
    fault(2, Entry.Phase.CONFIRMED_LIFTED);
    entries.add(new Entry.Completed(2 * SECOND + 1, 9, WELL, "n1"));
    asks(2.5, DOUBT, 5.5);

    assertThat(Serving.findings(entries)).hasSize(1);
  }

  @Test
  void whileAFaultIsInForceNothingIsAskedOfTheCluster() {
    fault(0.1, Entry.Phase.COMMANDED);
    asks(1, DOUBT, 2);
    asks(8, DOUBT, 9);

    assertThat(Serving.findings(entries)).isEmpty();
  }

  private static Invocation read() {
    return new Invocation("read", "k", Value.NIL);
  }

  private void asks(double from, Completion completion, double to) {
    long process = entries.size() + 100;
    long began = (long) (from * SECOND);
    entries.add(new Entry.Invoked(began, began, process, read(), "n1"));
    entries.add(new Entry.Completed((long) (to * SECOND), process, completion, "n1"));
  }

  private void fault(double at, Entry.Phase phase) {
    long nanos = (long) (at * SECOND);
    entries.add(new Entry.Disturbed(nanos, "f1", "kill n1", phase, List.of(), List.of(), null));
  }
}
