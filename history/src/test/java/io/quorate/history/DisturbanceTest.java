package io.quorate.history;

import static io.quorate.history.Disturbance.NEVER;
import static io.quorate.history.Entry.Phase.COMMANDED;
import static io.quorate.history.Entry.Phase.CONFIRMED;
import static io.quorate.history.Entry.Phase.CONFIRMED_LIFTED;
import static io.quorate.history.Entry.Phase.FAILED;
import static io.quorate.history.Entry.Phase.LIFTED;
import static io.quorate.history.Entry.Phase.NOT_TAKEN;
import static io.quorate.history.Entry.Phase.OBSERVED;
import static io.quorate.history.Entry.Phase.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Disturbance.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisturbanceTest {
  private static final List<Link> LINKS = List.of(new Link("n1", "n3"), new Link("n3", "n1"));

  private final DisturbanceLog log = new DisturbanceLog();

  @Test
  void itsPhasesAreItsTimes() {
    phase(10, "cut the leader", PLANNED);
    log.add(new Entry.Disturbed(20, "f1", "cut n3", COMMANDED, LINKS, List.of("n3"), null));
    phase(30, "cut n3", CONFIRMED, true);
    phase(40, "cut n3", OBSERVED, true);
    phase(50, "cut n3", LIFTED);
    phase(60, "cut n3", CONFIRMED_LIFTED, true);

    Disturbance cut = only();

    assertThat(cut.fault()).as("the words after the role was resolved").isEqualTo("cut n3");
    assertThat(cut.fate()).isEqualTo(Fate.TAKEN);
    assertThat(cut.plannedNanos()).isEqualTo(10);
    assertThat(cut.commandedNanos()).isEqualTo(20);
    assertThat(cut.confirmedNanos()).isEqualTo(30);
    assertThat(cut.liftedNanos()).isEqualTo(50);
    assertThat(cut.confirmedLiftedNanos()).isEqualTo(60);
    assertThat(cut.links()).isEqualTo(LINKS);
    assertThat(cut.nodes()).containsExactly("n3");
    assertThat(cut.evidence()).hasSize(3);
    assertThat(cut.proven()).isTrue();
    assertThat(cut.fromNanos()).isEqualTo(20);
    assertThat(cut.untilNanos()).isEqualTo(60);
  }

  @Test
  void oneThatLapsedHalfWayIsNotProven() {
    phase(20, "cut n3", COMMANDED);
    phase(30, "cut n3", CONFIRMED, true);
    phase(40, "cut n3", OBSERVED, false);

    assertThat(only().proven()).isFalse();
  }

  @Test
  void oneNeverConfirmedIsNotProven() {
    phase(20, "cut n3", COMMANDED);

    assertThat(only().fate()).isEqualTo(Fate.TAKEN);
    assertThat(only().proven()).isFalse();
  }

  @Test
  void oneNotTakenIsSeenAsSuch() {
    phase(10, "cut the leader", PLANNED);
    phase(20, "cut the leader", NOT_TAKEN);

    assertThat(only().fate()).isEqualTo(Fate.NOT_TAKEN);
    assertThat(only().proven()).isFalse();
    assertThat(only().fromNanos()).isEqualTo(NEVER);
  }

  @Test
  void oneThatFailedStaysFailedWhateverWorksLater() {
    phase(20, "cut n3", COMMANDED);
    phase(30, "cut n3", CONFIRMED, true);
    phase(40, "cut n3", FAILED, true);
    phase(50, "cut n3", CONFIRMED_LIFTED, true);

    assertThat(only().fate()).isEqualTo(Fate.FAILED);
    assertThat(only().proven()).isFalse();
    assertThat(only().confirmedLiftedNanos()).isEqualTo(50);
  }

  @Test
  void oneOnlyPlannedWaits() {
    phase(10, "cut the leader", PLANNED);

    assertThat(only().fate()).isEqualTo(Fate.WAITING);
    assertThat(only().untilNanos()).isEqualTo(NEVER);
  }

  @Test
  void aStallOfTheHarnessIsADisturbanceOfItsOwn() {
    phase(30, Disturbance.HARNESS_STALL, CONFIRMED);
    phase(70, Disturbance.HARNESS_STALL, CONFIRMED_LIFTED);

    assertThat(only().isHarnessStall()).isTrue();
    assertThat(only().fromNanos()).isEqualTo(30);
    assertThat(only().untilNanos()).isEqualTo(70);
  }

  @Test
  void theyAreInTheOrderOfTheirFirstLines() {
    log.add(new Entry.Disturbed(1, "z", "kill", PLANNED, List.of(), List.of(), null));
    log.add(new Entry.Disturbed(2, "a", "kill", PLANNED, List.of(), List.of(), null));
    log.add(new Entry.Disturbed(3, "z", "kill", COMMANDED, List.of(), List.of(), null));

    assertThat(log.disturbances()).extracting(Disturbance::id).containsExactly("z", "a");
  }

  private void phase(long time, String fault, Entry.Phase phase) {
    log.add(new Entry.Disturbed(time, "f1", fault, phase, List.of(), List.of(), null));
  }

  private void phase(long time, String fault, Entry.Phase phase, boolean proven) {
    Evidence evidence = new Evidence(Evidence.Moment.AFTER_CUT, proven, "looked", List.of());
    log.add(new Entry.Disturbed(time, "f1", fault, phase, List.of(), List.of(), evidence));
  }

  private Disturbance only() {
    assertThat(log.disturbances()).hasSize(1);
    return log.disturbances().get(0);
  }
}
