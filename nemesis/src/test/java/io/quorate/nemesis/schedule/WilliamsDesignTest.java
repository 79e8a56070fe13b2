package io.quorate.nemesis.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WilliamsDesignTest {
  @Test
  void everyRowHasEverythingOnceAndOverAllRowsEachFollowsEachEquallyOften() {
    for (int things = 1; things <= 30; things++) {
      int[][] follows = new int[things][things];
      for (int number = 0; number < WilliamsDesign.rows(things); number++) {
        List<Integer> row = WilliamsDesign.row(things, number);
        assertThat(row)
            .containsExactlyInAnyOrderElementsOf(IntStream.range(0, things).boxed().toList());
        for (int place = 1; place < things; place++) {
          follows[row.get(place - 1)][row.get(place)]++;
        }
      }
      for (int one = 0; one < things; one++) {
        for (int other = 0; other < things; other++) {
          int times = one == other ? 0 : things % 2 == 0 ? 1 : 2;
          assertThat(follows[one][other]).as("%d behind %d", other, one).isEqualTo(times);
        }
      }
    }
  }

  @Test
  void behindTheLastRowTheFirstComesAgain() {
    assertThat(WilliamsDesign.row(4, 0)).containsExactly(0, 3, 1, 2);
    assertThat(WilliamsDesign.row(4, 5)).isEqualTo(WilliamsDesign.row(4, 1));
    assertThat(WilliamsDesign.row(3, 6)).isEqualTo(WilliamsDesign.row(3, 0));
  }
}
