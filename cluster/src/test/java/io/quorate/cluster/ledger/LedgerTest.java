package io.quorate.cluster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("run/ledger.jsonl");
  }

  @Test
  void anActIsOnDiskBeforeItIsDone() throws IOException {
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(Act.Kind.DAEMON, "n1", Map.of("pidFile", "/x/pid"));

      assertThat(file)
          .hasContent(
              """
              {"event":"intended","id":"0","kind":"DAEMON","pidFile":"/x/pid","place":"n1"}
              """);
    }
  }

  @Test
  void whatIsNotUndoneIsOpenWithAllThatIsKnownOfIt() {
    try (Ledger ledger = Ledger.open(file)) {
      Act undone = ledger.intend(Act.Kind.PAUSE, "n1", Map.of());
      Act landed = ledger.intend(Act.Kind.DAEMON, "n2", Map.of("pidFile", "/p"));
      ledger.landed(landed, Map.of("pid", "77"));
      ledger.intend(Act.Kind.LINKS, "f1", Map.of("links", "n1->n2"));
      ledger.undone(undone);
    }

    LedgerReading reading = LedgerReading.of(file);

    assertThat(reading.acts()).hasSize(3);
    assertThat(reading.open()).extracting(Act::place).containsExactly("n2", "f1");
    assertThat(reading.open().getFirst().facts()).containsEntry("pid", "77").hasSize(2);
    assertThat(reading.unreadable()).isEmpty();
  }

  @Test
  void aLedgerGoesOnWhereItsLastLineWasTorn() throws IOException {
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(Act.Kind.DAEMON, "n1", Map.of());
      ledger.intend(Act.Kind.DAEMON, "n2", Map.of());
    }
    String whole = Files.readString(file);

    for (int cut = 0; cut < whole.length(); cut++) {
      Files.writeString(file, whole.substring(0, cut));
      LedgerReading torn = LedgerReading.of(file);
      assertThat(torn.unreadable()).as("cut at %d", cut).isEmpty();
      try (Ledger ledger = Ledger.open(file)) {
        ledger.intend(Act.Kind.PAUSE, "n3", Map.of());
      }
      assertThat(LedgerReading.of(file).open())
          .as("cut at %d", cut)
          .hasSize(torn.open().size() + 1);
    }
  }

  @Test
  void aLineThatMakesNoSenseIsReportedAndTheOthersAreRead() throws IOException {
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(Act.Kind.DAEMON, "n1", Map.of());
    }
    Files.writeString(file, "nonsense\n" + Files.readString(file));

    LedgerReading reading = LedgerReading.of(file);

    assertThat(reading.open()).hasSize(1);
    assertThat(reading.unreadable()).singleElement().asString().startsWith("line 1: column 1");
  }

  @Test
  void anyTextSurvivesALine() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      SortedMap<String, String> object = new TreeMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        object.put(text(random), text(random));
      }

      String line = FlatJson.write(object);

      assertThat(line).as("seed %d", seed).doesNotContain("\n");
      assertThat(FlatJson.read(line)).as("seed %d", seed).isEqualTo(object);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\"}",
        "{\"a\":1}",
        "{\"a\":\"b\"",
        "{\"a\":\"b\"}x",
        "{\"a\":\"\\n\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\uzzzz\"}",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "{\"a\":\"b\",}"
      })
  void whatItWouldNeverWriteItRefuses(String line) {
    assertThatThrownBy(() -> FlatJson.read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("column ");
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(8); length > 0; length--) {
      text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
    }
    return text.toString();
  }
}
