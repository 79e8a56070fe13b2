package io.quorate.history.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quorate.history.Disturbance;
import io.quorate.history.Disturbance.Fate;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.RandomHistories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir private Path folder;

  @Test
  void theGoldenRunIsWrittenAsTheGoldenFile() throws IOException {
    Path file = write("golden", GoldenHistory.HEADER, GoldenHistory.entries());

    if (Boolean.getBoolean("golden.write")) {
      Files.copy(file, GoldenHistory.FILE, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(file).hasSameBinaryContentAs(GoldenHistory.FILE);
  }

  @Test
  void theGoldenFileIsReadAsTheGoldenRun() {
    History history = HistoryReader.read(GoldenHistory.FILE);

    assertSame(history, GoldenHistory.HEADER, GoldenHistory.entries());
    assertThat(history.size()).isEqualTo(6);
    assertThat(history.disturbances())
        .extracting(Disturbance::id, Disturbance::fate)
        .containsExactly(
            tuple("f1", Fate.TAKEN),
            tuple("f2", Fate.NOT_TAKEN),
            tuple("s1", Fate.TAKEN),
            tuple("f3", Fate.FAILED));
  }

  @Test
  void everyPrefixOfAHistoryCutAtAnyByteIsAHistory() {
    byte[] whole = GoldenHistory.bytes();
    List<Operation> operations = read(whole).operations();

    int most = 0;
    for (int length = 0; length <= whole.length; length++) {
      History prefix = read(Arrays.copyOf(whole, length));

      assertThat(prefix.size()).isBetween(most, most + 1);
      for (Operation cut : prefix.operations()) {
        assertPrefix(cut, operations.get(cut.index()), length);
      }
      most = prefix.size();
    }
    assertThat(most).isEqualTo(operations.size());
  }

  @Test
  void everyPrefixOfARandomHistoryIsAHistory() throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      RandomHistories random = new RandomHistories(new SplittableRandom(seed));
      byte[] whole = Files.readAllBytes(write("r" + seed, random.header(), random.entries(25)));
      List<Operation> operations = read(whole).operations();

      for (int length = 0; length <= whole.length; length++) {
        for (Operation cut : read(Arrays.copyOf(whole, length)).operations()) {
          assertPrefix(cut, operations.get(cut.index()), length);
        }
      }
    }
  }

  @Test
  void aHistoryIsReadAsItWasWritten() {
    for (int seed = 0; seed < 200; seed++) {
      RandomHistories random = new RandomHistories(new SplittableRandom(seed));
      Header header = random.header();
      List<Entry> entries = random.entries(60);

      assertSame(HistoryReader.read(write("r" + seed, header, entries)), header, entries);
    }
  }

  @Test
  void theExampleInTheDocumentIsAHistory() throws IOException {
    String document = Files.readString(Path.of("../docs/history-format.md"));
    String example = document.split("```\n")[1];

    History history = read(example.getBytes(UTF_8));

    assertThat(history.size()).isEqualTo(2);
    assertThat(history.disturbances()).hasSize(1);
  }

  @Test
  void aFileCutWithinItsFirstLineIsAHistoryOfNothing() {
    History history = read(Arrays.copyOf(GoldenHistory.bytes(), 10));

    assertThat(history.header()).isEqualTo(Header.TORN);
    assertThat(history.size()).isZero();
  }

  @Test
  void theReaderSaysWhetherTheLastLineWasTorn() {
    byte[] whole = GoldenHistory.bytes();

    assertThat(torn(whole)).isFalse();
    assertThat(torn(Arrays.copyOf(whole, whole.length - 1))).as("only the end is gone").isFalse();
    assertThat(torn(Arrays.copyOf(whole, whole.length - 2))).isTrue();
  }

  private static boolean torn(byte[] file) {
    HistoryReader reader = HistoryReader.of("cut", new ByteArrayInputStream(file));
    reader.rest();
    return reader.torn();
  }

  /** What a cut leaves of an operation: all of it, or its invocation. */
  private static void assertPrefix(Operation cut, Operation whole, int length) {
    boolean open =
        cut.completedNanos() == Operation.OPEN
            && cut.returnOrder() == Operation.OPEN
            && cut.invokeOrder() == whole.invokeOrder()
            && cut.invocation().equals(whole.invocation());
    if (!open && !cut.equals(whole)) {
      throw new AssertionError("cut at byte " + length + " of " + whole + " leaves " + cut);
    }
  }

  private static void assertSame(History history, Header header, List<Entry> entries) {
    History.Builder twin = History.builder(header);
    entries.forEach(twin::add);
    History written = twin.build();
    assertThat(history.header()).isEqualTo(written.header());
    assertThat(history.operations()).isEqualTo(written.operations());
    assertThat(history.disturbances()).isEqualTo(written.disturbances());
  }

  private static History read(byte[] file) {
    return HistoryReader.of("bytes", new ByteArrayInputStream(file)).rest();
  }

  private Path write(String name, Header header, List<Entry> entries) {
    Path file = folder.resolve(name);
    try (HistoryWriter writer = HistoryWriter.create(file, header)) {
      entries.forEach(writer::append);
    }
    return file;
  }
}
