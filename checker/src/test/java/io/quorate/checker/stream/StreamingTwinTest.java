package io.quorate.checker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.BruteForce;
import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StreamingTwinTest {
  private static final RegisterModel MODEL = Models.casRegister();

  /** Red exactly at the first entry after which brute force finds no order. */
  @Test
  void itIsRedAtTheFirstEntryThatLeavesNoOrder() {
    int count = 120_000;
    int illegal = 0;
    for (int seed = 0; seed < count; seed++) {
      List<Entry> entries = entries(RandomHistory.small(MODEL, seed));

      int red = red(entries);

      String replay = "seed " + seed;
      assertThat(legal(entries, red - 1)).as("%s, before entry %d", replay, red).isTrue();
      if (red <= entries.size()) {
        illegal++;
        assertThat(legal(entries, red)).as("%s, with entry %d", replay, red).isFalse();
      }
    }
    assertThat(illegal).as("illegal of %d", count).isBetween(count / 4, count * 3 / 4);
  }

  /** Long enough for values to be forgotten while others are stuck. */
  @Test
  void onLongHistoriesItSaysWhatTheFullCheckSays() {
    int count = 5_000;
    int illegal = 0;
    for (int seed = 0; seed < count; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int operations = 40 + random.nextInt(260);
      double lie = random.nextInt(3) * 0.5 / operations;
      double crash = random.nextInt(3) * 0.03;
      RandomHistory shape =
          new RandomHistory(operations, 2 + random.nextInt(6), 0, crash, lie, 0.3);
      List<Entry> entries = entries(shape.draw(MODEL, seed));

      boolean red = red(entries) <= entries.size();

      Options options = Options.of(Budget.of(60, 64), System::nanoTime);
      Verdict full =
          Checker.check(
                  history(entries, entries.size()),
                  MODEL,
                  options.failedCas(FailedCas.IGNORE).withoutCounterexamples())
              .overall();
      assertThat(red).as("seed %d: %s", seed, full).isEqualTo(full.rank() == 2);
      illegal += red ? 1 : 0;
    }
    assertThat(illegal).as("illegal of %d", count).isBetween(count / 5, count * 4 / 5);
  }

  /** Returns how many entries it took, one more than there are when it was never red. */
  private static int red(List<Entry> entries) {
    StreamingCheck check = new StreamingCheck(MODEL);
    for (int i = 0; i < entries.size(); i++) {
      if (check.take(entries.get(i)) != null) {
        return i + 1;
      }
    }
    assertThat(check.repeating()).isZero();
    return entries.size() + 1;
  }

  private static boolean legal(List<Entry> entries, int count) {
    History history = history(entries, count);
    return BruteForce.legal(MODEL, BruteForce.pieces(history, FailedCas.IGNORE));
  }

  private static History history(List<Entry> entries, int count) {
    History.Builder builder = History.builder(Header.TORN);
    entries.stream().limit(count).forEach(builder::add);
    return builder.build();
  }

  private static List<Entry> entries(History history) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Operation o = history.operation(i);
      long at = o.invokedNanos();
      entries.add(new Entry.Invoked(at, at, o.process(), o.invocation(), null));
      if (o.completedNanos() != Operation.OPEN) {
        entries.add(new Entry.Completed(o.completedNanos(), o.process(), o.completion(), null));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::timeNanos));
    return entries;
  }
}
