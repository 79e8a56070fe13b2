package io.quorate.checker.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatesTwinTest {
  private static final int RUNS = 2_000;

  @Test
  void aChainIsAListThatGrowsAndShrinksAtItsEnd() {
    Map<List<Value>, Chain> seen = new HashMap<>();
    for (int seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Chain chain = Chain.EMPTY;
      List<Value> list = new ArrayList<>();
      for (int step = 0; step < 12; step++) {
        if (list.isEmpty() || random.nextInt(3) > 0) {
          Value item = value(random);
          chain = chain.with(item);
          list.addLast(item);
        } else {
          assertThat(chain.last()).isEqualTo(list.removeLast());
          chain = chain.rest();
        }
        assertThat(chain.items()).as("seed %d", seed).isEqualTo(list);
        assertThat(chain.holds(list)).isTrue();
        Chain equal = seen.putIfAbsent(List.copyOf(list), chain);
        assertThat(equal == null ? chain : equal).isEqualTo(chain).hasSameHashCodeAs(chain);
      }
    }
    assertDifferent(new ArrayList<>(seen.values()));
  }

  @Test
  void aRowIsAQueueHoweverItCameAbout() {
    Map<List<Value>, Row> seen = new HashMap<>();
    for (int seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Row row = Row.EMPTY;
      List<Value> list = new ArrayList<>();
      for (int step = 0; step < 16; step++) {
        if (list.isEmpty() || random.nextInt(3) > 0) {
          Value item = value(random);
          row = row.with(item);
          list.addLast(item);
        } else {
          assertThat(row.first()).isEqualTo(list.removeFirst());
          row = row.rest();
        }
        assertThat(row.items()).as("seed %d", seed).isEqualTo(list);
        assertThat(row.size()).isEqualTo(list.size());
        Row equal = seen.putIfAbsent(List.copyOf(list), row);
        assertThat(equal == null ? row : equal).isEqualTo(row).hasSameHashCodeAs(row);
      }
    }
    assertDifferent(new ArrayList<>(seen.values()));
  }

  @Test
  void aBagCountsWhateverTheOrder() {
    Map<Map<String, Integer>, Bag> seen = new HashMap<>();
    for (int seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Bag bag = Bag.EMPTY;
      Map<String, Integer> counts = new TreeMap<>();
      for (int step = 0; step < 16; step++) {
        Value item = value(random);
        assertThat(bag.count(item)).isEqualTo(counts.getOrDefault(item.toString(), 0));
        if (bag.count(item) == 0 || random.nextInt(3) > 0) {
          bag = bag.with(item);
          counts.merge(item.toString(), 1, Integer::sum);
        } else {
          bag = bag.without(item);
          counts.computeIfPresent(item.toString(), (name, count) -> count == 1 ? null : count - 1);
        }
        assertThat(bag.values().stream().map(Value::toString))
            .as("seed %d", seed)
            .containsExactlyInAnyOrderElementsOf(counts.keySet());
        Bag equal = seen.putIfAbsent(Map.copyOf(counts), bag);
        assertThat(equal == null ? bag : equal).isEqualTo(bag).hasSameHashCodeAs(bag);
      }
    }
    assertDifferent(new ArrayList<>(seen.values()));
  }

  @Test
  void theOrderOfValuesIsTotal() {
    for (int seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Value a = value(random);
      Value b = value(random);
      Value c = value(random);

      assertThat(Order.compare(a, b) == 0).as("%s %s", a, b).isEqualTo(a.equals(b));
      assertThat(Integer.signum(Order.compare(a, b)))
          .isEqualTo(-Integer.signum(Order.compare(b, a)));
      if (Order.compare(a, b) <= 0 && Order.compare(b, c) <= 0) {
        assertThat(Order.compare(a, c)).isNotPositive();
      }
    }
  }

  @Test
  void statesOfAGrowingBagShareAlmostAllTheyHave() {
    Bag bag = Bag.EMPTY;
    List<Bag> all = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      bag = bag.with(Value.of(i));
      all.add(bag);
    }

    assertThat(all.getLast().size()).isEqualTo(20_000);
    assertThat(all.getLast().bytes()).isLessThan(2_000);
    assertThat(all.get(9_999)).isNotEqualTo(all.get(10_000));
  }

  @Test
  void longStatesAreShownShort() {
    Chain chain = Chain.EMPTY;
    Bag bag = Bag.EMPTY;
    for (int i = 0; i < 100; i++) {
      chain = chain.with(Value.of(i));
      bag = bag.with(Value.of(i)).with(Value.of(0));
    }

    assertThat(chain).hasToString("[88 before, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99]");
    assertThat(bag.toString()).startsWith("{101 times 0, 1, 2").endsWith("23 and 76 more}");
  }

  @Test
  void whatIsNotThereCannotBeTaken() {
    assertThatThrownBy(() -> Chain.EMPTY.rest()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Row.EMPTY.rest()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bag.EMPTY.without(Value.NIL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertDifferent(List<?> states) {
    assertThat(states.stream().distinct().count()).isEqualTo(states.size());
  }

  private static Value value(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> Value.NIL;
      case 1, 2 -> Value.of(random.nextBoolean() ? "a" : "b");
      case 3 -> Value.sequence(Value.of(random.nextInt(2)), Value.NIL);
      case 4 -> Value.sequence(Value.of(random.nextInt(2)));
      default -> Value.of(random.nextInt(3) - 1);
    };
  }
}
