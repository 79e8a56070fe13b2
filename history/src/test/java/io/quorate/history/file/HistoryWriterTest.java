package io.quorate.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.History;
import io.quorate.history.IllegalSequenceException;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryWriterTest {
  @TempDir private Path folder;

  @Test
  void anInvocationIsInTheFileWhenItsAppendReturns() {
    Path file = folder.resolve("h");
    try (HistoryWriter writer = HistoryWriter.create(file, GoldenHistory.HEADER)) {
      for (int process = 0; process < 10; process++) {
        long order = writer.append(invoke(process));

        assertThat(order).isEqualTo(process);
        assertThat(HistoryReader.read(file).size()).isEqualTo(process + 1);
      }
    }
  }

  @Test
  void theOrderOfTheLinesIsTheOrderOfTheLock() throws InterruptedException {
    Path file = folder.resolve("h");
    try (HistoryWriter writer = HistoryWriter.create(file, GoldenHistory.HEADER)) {
      List<Thread> clients = new ArrayList<>();
      for (long process = 0; process < 8; process++) {
        long mine = process;
        clients.add(Thread.ofVirtual().start(() -> manyOperations(writer, mine)));
      }
      for (Thread client : clients) {
        client.join();
      }
    }

    History history = HistoryReader.read(file);

    assertThat(history.size()).isEqualTo(8 * 500);
    for (Operation operation : history.operations()) {
      assertThat(operation.completion().kind()).isEqualTo(Completion.Kind.OK);
      assertThat(operation.returnOrder()).isGreaterThan(operation.invokeOrder());
    }
  }

  @Test
  void anInterruptedClientDoesNotCloseTheHistory() {
    Path file = folder.resolve("h");
    try (HistoryWriter writer = HistoryWriter.create(file, GoldenHistory.HEADER)) {
      Thread.currentThread().interrupt();
      writer.append(invoke(1));
      assertThat(Thread.interrupted()).as("and stays interrupted").isTrue();

      writer.append(ok(1));
    }

    assertThat(HistoryReader.read(file).operation(0).completion())
        .isEqualTo(new Completion.Ok(Value.NIL));
  }

  @Test
  void aRefusedEntryLeavesNoTrace() {
    Path file = folder.resolve("h");
    try (HistoryWriter writer = HistoryWriter.create(file, GoldenHistory.HEADER)) {
      Value deep = Value.NIL;
      for (int depth = 0; depth < 40; depth++) {
        deep = Value.sequence(deep);
      }
      Entry tooDeep = new Entry.Invoked(1, 1, 9, new Invocation("write", "x", deep), null);

      assertThatThrownBy(() -> writer.append(ok(1))).isInstanceOf(IllegalSequenceException.class);
      assertThatThrownBy(() -> writer.append(tooDeep))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("arrays and objects");
      assertThat(writer.append(invoke(9))).isZero();
      assertThatThrownBy(() -> writer.append(invoke(9)))
          .isInstanceOf(IllegalSequenceException.class);
    }

    assertThat(HistoryReader.read(file).size()).isEqualTo(1);
  }

  @Test
  void aHistoryIsNeverOverwritten() {
    Path file = folder.resolve("h");
    HistoryWriter.create(file, GoldenHistory.HEADER).close();

    assertThatThrownBy(() -> HistoryWriter.create(file, GoldenHistory.HEADER))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void nothingIsWrittenAfterTheClose() {
    HistoryWriter writer = HistoryWriter.create(folder.resolve("h"), GoldenHistory.HEADER);
    writer.close();
    writer.close();

    assertThatThrownBy(() -> writer.append(invoke(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("closed");
  }

  private static void manyOperations(HistoryWriter writer, long process) {
    for (int n = 0; n < 500; n++) {
      writer.append(invoke(process));
      writer.append(ok(process));
    }
  }

  private static Entry invoke(long process) {
    return new Entry.Invoked(1, 1, process, new Invocation("write", "x", Value.of(process)), "n1");
  }

  private static Entry ok(long process) {
    return new Entry.Completed(2, process, new Completion.Ok(Value.NIL), "n1");
  }
}
