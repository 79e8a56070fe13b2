package io.quorate.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingTest {
  @Test
  void pinnedAndLeaderAreAboutEverybody() {
    assertThat(IntStream.range(0, 30)).noneMatch(w -> Routing.PINNED.followsLeader(w, 5));
    assertThat(IntStream.range(0, 30)).allMatch(w -> Routing.LEADER.followsLeader(w, 5));
  }

  @Test
  void bothKindsLiveBesideEveryNodeAndShareKeys() {
    for (int nodes = 1; nodes <= 9; nodes++) {
      for (int node = 0; node < nodes; node++) {
        int size = nodes;
        long following =
            IntStream.iterate(node, w -> w + size)
                .limit(4)
                .filter(w -> Routing.BOTH.followsLeader(w, size))
                .count();
        assertThat(following).as("beside node %d of %d", node, nodes).isEqualTo(2);
      }
    }
  }

  @Test
  void neighboursOfARowDiffer() {
    for (int worker = 0; worker < 4; worker++) {
      assertThat(Routing.BOTH.followsLeader(worker, 5))
          .isNotEqualTo(Routing.BOTH.followsLeader(worker + 1, 5));
    }
  }
}
