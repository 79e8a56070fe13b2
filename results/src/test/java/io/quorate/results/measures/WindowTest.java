package io.quorate.results.measures;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Disturbance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From when to when a disturbance counts, whichever of its phases were recorded. */
class WindowTest {
  private static final long NEVER = Disturbance.NEVER;
  private static final long END = 1_000;

  @Test
  void aStallIsFeltAndInForceFromWhenItWasSeenUntilItWasOver() {
    Disturbance stall = disturbance(Disturbance.HARNESS_STALL, NEVER, NEVER, 200, NEVER, 230);

    assertThat(Window.felt(stall, END)).isEqualTo(new Window(200, 230));
    assertThat(Window.inForce(stall, END)).isEqualTo(new Window(200, 230));
  }

  @Test
  void aFaultIsFeltFromItsCommandAndInForceFromItsProof() {
    Disturbance fault = disturbance("kill n1", 90, 100, 120, 400, 450);

    assertThat(Window.felt(fault, END)).isEqualTo(new Window(100, 450));
    assertThat(Window.inForce(fault, END)).isEqualTo(new Window(120, 400));
  }

  @Test
  void aFaultNeverLiftedLastsToTheEnd() {
    Disturbance fault = disturbance("kill n1", 90, 100, 120, NEVER, NEVER);

    assertThat(Window.felt(fault, END)).isEqualTo(new Window(100, END));
    assertThat(Window.inForce(fault, END)).isEqualTo(new Window(120, END));
  }

  private static Disturbance disturbance(
      String words, long planned, long commanded, long confirmed, long lifted, long gone) {
    return new Disturbance(
        "f1", words, planned, commanded, confirmed, lifted, gone, List.of(), List.of(), List.of());
  }
}
