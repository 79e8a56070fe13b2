package io.quorate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.RandomStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final long USUAL_PATIENCE = Duration.ofSeconds(3).toNanos();

  @Test
  void votesSeldomSplitWhereTheyAreFast() {
    assertThat(Conditions.usual().electionPatienceNanos()).isLessThan(USUAL_PATIENCE);
  }

  /** A vote takes as long as timeouts differ: split votes are not suspicious soon. */
  @Test
  void nobodyIsAccusedOfBadLuckWhereTheyAreSlow() {
    Conditions usual = Conditions.usual();
    Conditions slow =
        new Conditions(
            usual.timing(),
            usual.preVote(),
            usual.lease(),
            usual.limits(),
            usual.leastDelayNanos(),
            4 * usual.timing().spread().toNanos(),
            usual.stragglersPerMille(),
            usual.syncNanos(),
            usual.slowSyncNanos(),
            usual.losesWhenCut());

    assertThat(slow.electionPatienceNanos()).isGreaterThan(Duration.ofSeconds(60).toNanos());
  }

  /** Progress stays a law in a good part of the trials. */
  @Test
  void someOfTheConditionsDrawnAreFastAndSomeAreNot() {
    List<Long> patience = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      Draws draws = new Draws(RandomStream.of(seed, "conditions"));
      patience.add(Conditions.drawn(draws).electionPatienceNanos());
    }

    assertThat(patience).filteredOn(nanos -> nanos <= USUAL_PATIENCE).hasSizeBetween(40, 180);
  }
}
