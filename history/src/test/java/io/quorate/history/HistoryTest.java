package io.quorate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Header HEADER =
      new Header(1, "cas-register", Header.FailedCas.OBSERVE, 7, List.of("n1"));

  @Test
  void anOperationIsTheIntervalBetweenItsTwoLines() {
    History history =
        History.builder(HEADER)
            .add(new Entry.Invoked(10, 5, 3, write("x", 1), "n1"))
            .add(invoke(11, 4, read("x")))
            .add(new Entry.Completed(20, 3, new Completion.Ok(Value.NIL), "n2"))
            .build();

    Operation write = history.operation(0);

    assertThat(write)
        .isEqualTo(
            new Operation(
                0, 3, write("x", 1), new Completion.Ok(Value.NIL), 0, 2, 5, 10, 20, "n2"));
    assertThat(write.precedes(history.operation(1))).isFalse();
  }

  @Test
  void anOperationNobodyCompletedIsInDoubtForEver() {
    History history = History.builder(HEADER).add(invoke(1, 0, write("x", 1))).build();

    Operation open = history.operation(0);

    assertThat(open.completion()).isEqualTo(new Completion.Info(Completion.Info.OPEN));
    assertThat(open.returnOrder()).isEqualTo(Operation.OPEN);
    assertThat(open.completedNanos()).isEqualTo(Operation.OPEN);
  }

  @Test
  void anInfoLeavesTheOperationOpenAndKeepsItsTime() {
    History history =
        History.builder(HEADER)
            .add(invoke(1, 0, write("x", 1)))
            .add(new Entry.Completed(9, 0, new Completion.Info("timeout"), null))
            .build();

    Operation doubt = history.operation(0);

    assertThat(doubt.completion()).isEqualTo(new Completion.Info("timeout"));
    assertThat(doubt.returnOrder()).isEqualTo(Operation.OPEN);
    assertThat(doubt.completedNanos()).isEqualTo(9);
    assertThat(doubt.node()).as("the last known node stays").isEqualTo("n1");
  }

  @Test
  void aProcessNeverHasTwoOperationsOpen() {
    History.Builder builder = History.builder(HEADER).add(invoke(1, 0, read("x")));

    assertThatThrownBy(() -> builder.add(invoke(2, 0, read("x"))))
        .isInstanceOf(IllegalSequenceException.class)
        .hasMessageContaining("process 0 invokes again");

    assertThat(builder.add(ok(3, 0, 1)).build().operation(0).returnOrder())
        .as("the refused line took no number")
        .isEqualTo(1);
  }

  @Test
  void aCompletionAnswersAnOpenInvocation() {
    History.Builder builder = History.builder(HEADER);

    assertThatThrownBy(() -> builder.add(ok(1, 9, 1)))
        .isInstanceOf(IllegalSequenceException.class)
        .hasMessageContaining("process 9 completes but has no operation open");
  }

  @Test
  void orderNumbersRiseAndMayHaveGaps() {
    History.Builder builder = History.builder(HEADER).add(5, invoke(1, 0, read("x")));

    assertThatThrownBy(() -> builder.add(5, ok(1, 0, 1)))
        .isInstanceOf(IllegalSequenceException.class)
        .hasMessageContaining("order number 5 after 5");

    Operation read = builder.add(70, ok(1, 0, 1)).build().operation(0);
    assertThat(read.invokeOrder()).isEqualTo(5);
    assertThat(read.returnOrder()).isEqualTo(70);
  }

  @Test
  void aTimeBeforeTheRunIsRefused() {
    History.Builder builder = History.builder(HEADER);

    assertThatThrownBy(() -> builder.add(invoke(-1, 0, read("x"))))
        .isInstanceOf(IllegalSequenceException.class)
        .hasMessageContaining("time -1");
  }

  @Test
  void aBuilderIsSpentOnceItHasBuilt() {
    History.Builder builder = History.builder(HEADER);
    builder.build();

    assertThatThrownBy(() -> builder.add(invoke(1, 0, read("x"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatDidNotHappenAndWhatNobodySawDoNotMatter() {
    Completion mismatch = new Completion.Fail(Completion.Fail.MISMATCH);

    assertThat(matters("read", new Completion.Ok(Value.NIL))).isTrue();
    assertThat(matters("read", new Completion.Info("timeout"))).isFalse();
    assertThat(matters("write", new Completion.Info("timeout"))).isTrue();
    assertThat(matters("write", new Completion.Fail("refused"))).isFalse();
    assertThat(matters("cas", mismatch)).as("the header says observe").isTrue();
  }

  @Test
  void aMismatchDoesNotMatterWhereItIsIgnored() {
    History history =
        History.builder(new Header(1, "r", Header.FailedCas.IGNORE, 0, List.of()))
            .add(invoke(1, 0, new Invocation("cas", "x", Value.NIL)))
            .add(new Entry.Completed(2, 0, new Completion.Fail(Completion.Fail.MISMATCH), null))
            .build();

    assertThat(history.matters(0)).isFalse();
    assertThat(history.operation(0).matters(Header.FailedCas.IGNORE)).isFalse();
  }

  @Test
  void eachKeyHasItsOwnRowsAndTheAbsentKeyToo() {
    History history =
        History.builder(HEADER)
            .add(invoke(1, 0, read("x")))
            .add(invoke(1, 1, read("y")))
            .add(invoke(1, 2, read(null)))
            .add(invoke(1, 3, read("x")))
            .build();

    int[][] rows = history.rowsByKey();

    assertThat(rows).isDeepEqualTo(new int[][] {{0, 3}, {1}, {2}});
    assertThat(history.columns().key(0)).isEqualTo("x");
    assertThat(history.columns().key(2)).isNull();
  }

  @Test
  void theColumnsHoldWhatAListOfOperationsWouldHold() {
    for (int seed = 0; seed < 200; seed++) {
      List<Entry> entries = new RandomHistories(new SplittableRandom(seed)).entries(100);

      assertThat(build(entries).operations()).as("seed %d", seed).isEqualTo(twin(entries));
    }
  }

  @Test
  void theColumnsHoldThatBeyondTheirFirstChunk() {
    List<Entry> entries = new RandomHistories(new SplittableRandom(1)).entries(50_000);

    assertThat(build(entries).operations()).isEqualTo(twin(entries)).hasSizeGreaterThan(1 << 14);
  }

  private static History build(List<Entry> entries) {
    History.Builder builder = History.builder(HEADER);
    entries.forEach(builder::add);
    return builder.build();
  }

  /** The obvious way to pair lines, with a list. */
  private static List<Operation> twin(List<Entry> entries) {
    List<Operation> operations = new ArrayList<>();
    Map<Long, Integer> open = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      switch (entries.get(i)) {
        case Entry.Invoked e -> {
          open.put(e.process(), operations.size());
          operations.add(
              new Operation(
                  operations.size(),
                  e.process(),
                  e.invocation(),
                  new Completion.Info("open"),
                  i,
                  Operation.OPEN,
                  e.dueNanos(),
                  e.timeNanos(),
                  Operation.OPEN,
                  e.node()));
        }
        case Entry.Completed e -> {
          int row = Objects.requireNonNull(open.remove(e.process()));
          Operation o = operations.get(row);
          long end = e.completion() instanceof Completion.Info ? Operation.OPEN : i;
          operations.set(
              row,
              new Operation(
                  o.index(),
                  o.process(),
                  o.invocation(),
                  e.completion(),
                  o.invokeOrder(),
                  end,
                  o.dueNanos(),
                  o.invokedNanos(),
                  e.timeNanos(),
                  e.node() == null ? o.node() : e.node()));
        }
        case Entry.Disturbed e -> {}
      }
    }
    return operations;
  }

  private static boolean matters(String function, Completion completion) {
    History history =
        History.builder(HEADER)
            .add(invoke(1, 0, new Invocation(function, "x", Value.NIL)))
            .add(new Entry.Completed(2, 0, completion, null))
            .build();
    boolean matters = history.matters(0);
    assertThat(history.operation(0).matters(HEADER.failedCas())).isEqualTo(matters);
    return matters;
  }

  private static Entry invoke(long time, long process, Invocation invocation) {
    return new Entry.Invoked(time, Math.max(0, time), process, invocation, "n1");
  }

  private static Entry ok(long time, long process, long output) {
    return new Entry.Completed(time, process, new Completion.Ok(Value.of(output)), null);
  }

  private static Invocation read(@Nullable String key) {
    return new Invocation("read", key, Value.NIL);
  }

  private static Invocation write(String key, long number) {
    return new Invocation("write", key, Value.of(number));
  }
}
