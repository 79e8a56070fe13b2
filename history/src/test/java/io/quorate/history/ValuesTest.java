package io.quorate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private final Values values = new Values();

  @Test
  void twoValuesAreEqualExactlyWhenTheirIdsAre() {
    RandomHistories random = new RandomHistories(new SplittableRandom(5));
    List<Value> samples = new ArrayList<>();
    for (int n = 0; n < 1500; n++) {
      samples.add(random.value(3));
    }

    for (Value one : samples) {
      for (Value other : samples.subList(0, 300)) {
        assertThat(values.intern(one) == values.intern(other)).isEqualTo(one.equals(other));
      }
      assertThat(values.value(values.intern(one))).isEqualTo(one);
    }
  }

  @Test
  void aSequenceIsReadItemByItemWithoutBuildingIt() {
    int id = values.intern(Value.sequence(Value.of(1), Value.of("a"), Value.NIL));

    assertThat(values.isSequence(id)).isTrue();
    assertThat(values.length(id)).isEqualTo(3);
    assertThat(values.integer(values.item(id, 0))).isEqualTo(1);
    assertThat(values.text(values.item(id, 1))).isEqualTo("a");
    assertThat(values.item(id, 2)).isEqualTo(Values.NIL);
    assertThatThrownBy(() -> values.item(id, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdIsReadAsItsOwnKindOnly() {
    int text = values.intern(Value.of("a"));
    int wide = values.intern(Value.of(Long.MAX_VALUE));

    assertThat(values.isText(text)).isTrue();
    assertThat(values.isInteger(text)).isFalse();
    assertThat(values.isInteger(wide)).isTrue();
    assertThatThrownBy(() -> values.integer(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> values.length(wide)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyWideIntegersAndSequencesKeepTheirIds() {
    for (long n = 0; n < 50_000; n++) {
      values.intern(Value.of(n << 32));
      values.intern(Value.sequence(Value.of(n), Value.of(n + 1)));
    }

    for (long n = 0; n < 50_000; n++) {
      assertThat(values.integer(values.intern(Value.of(n << 32)))).isEqualTo(n << 32);
      int pair = values.intern(Value.sequence(Value.of(n), Value.of(n + 1)));
      assertThat(values.integer(values.item(pair, 1))).isEqualTo(n + 1);
    }
  }
}
