package io.quorate.history.file;

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
    assertThat(file).hasSameTextualContentAs(GoldenHistory.FILE);
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

      assertThat(prefix.size()).as("cut at byte %d", length).isBetween(most, most + 1);
      for (Operation cut : prefix.operations()) {
        assertPrefix(cut, operations.get(cut.index()), length);
      }
      most = prefix.size();
    }
    assertThat(most).isEqualTo(operations.size());
  }

  @Test
  void everyPrefixOfARandomHistoryIsAHistory() throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      RandomHistories random = new RandomHistories(new SplittableRandom(seed));
      byte[] whole = Files.readAllBytes(write("r" + seed, random.header(), random.entries(30)));
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
    for (int seed = 0; seed < 300; seed++) {
      RandomHistories random = new RandomHistories(new SplittableRandom(seed));
      Header header = random.header();
      List<Entry> entries = random.entries(60);

      assertSame(HistoryReader.read(write("r" + seed, header, entries)), header, entries);
    }
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
    if (cut.completedNanos() != Operation.OPEN) {
      assertThat(cut).as("cut at byte %d", length).isEqualTo(whole);
    } else {
      assertThat(cut.invocation()).as("cut at byte %d", length).isEqualTo(whole.invocation());
      assertThat(cut.invokeOrder()).isEqualTo(whole.invokeOrder());
      assertThat(cut.returnOrder()).isEqualTo(Operation.OPEN);
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
