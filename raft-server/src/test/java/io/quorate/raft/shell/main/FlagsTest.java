package io.quorate.raft.shell.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {
  private static final List<String> LEAST =
      List.of("--id", "n1", "--listen", "127.0.0.1:0", "--data", "d");

  @TempDir Path directory;

  @Test
  void theTraceCanBeLeftOutAndSoCanPreVote() {
    List<String> needed = List.of("--id", "n1", "--listen", "127.0.0.1:0", "--data", "d");

    Settings usual = Flags.read(needed, 1);
    List<String> more = new ArrayList<>(needed);
    more.addAll(List.of("--trace", "off", "--pre-vote", "off"));
    Settings without = Flags.read(more, 1);

    assertThat(usual.trace()).isEqualTo(Path.of("d", "trace.jsonl"));
    assertThat(usual.preVote()).isTrue();
    assertThat(without.trace()).isNull();
    assertThat(without.preVote()).isFalse();
  }

  @Test
  void whatIsNotToldHasItsUsualValue() {
    Settings settings = Flags.read(LEAST, 7);

    assertThat(settings.cluster()).isEqualTo("quorate");
    assertThat(settings.electionTimeout()).isEqualTo(Duration.ofMillis(300));
    assertThat(settings.heartbeat()).isEqualTo(Duration.ofMillis(60));
    assertThat(settings.trace()).isEqualTo(Path.of("d", "trace.jsonl"));
    assertThat(settings.seed()).isEqualTo(7);
    assertThat(settings.voters()).containsExactly("n1");
  }

  @Test
  void aNewClusterMayBeginWithSomeOfTheServersAndOthersJoin() {
    List<String> all = new ArrayList<>(LEAST);
    all.addAll(List.of("--peers", "n2=127.0.0.1:1,n3=127.0.0.1:2"));
    List<String> some = new ArrayList<>(all);
    some.addAll(List.of("--voters", "n1,n2"));
    List<String> joining = new ArrayList<>(all);
    joining.add("--join");

    assertThat(Flags.read(all, 1).voters()).containsExactly("n1", "n2", "n3");
    assertThat(Flags.read(some, 1).voters()).containsExactly("n1", "n2");
    assertThat(Flags.read(joining, 1).voters()).isEmpty();
    assertThat(Flags.read(joining, 1).servers()).containsExactly("n1", "n2", "n3");
  }

  @Test
  void whoServedBeforeIsToldSo() {
    List<String> again = new ArrayList<>(LEAST);
    again.add("--started-before");

    assertThat(Flags.read(LEAST, 1).startedBefore()).isFalse();
    assertThat(Flags.read(again, 1).startedBefore()).isTrue();
  }

  @Test
  void theCommandLineWinsOverTheFile() throws Exception {
    Path file = directory.resolve("n1.conf");
    Files.writeString(
        file,
        """
        # a comment
        id=n1
        cluster = run7
        listen=127.0.0.1:4001,127.0.0.1:5001

        peers=n1=127.0.0.1:4001,n2=127.0.0.1:4002,n3=[::1]:4003
        data=d
        heartbeat=50ms
        """);

    Settings settings = Flags.read(List.of("--config", file.toString(), "--cluster=run8"), 7);

    assertThat(settings.cluster()).isEqualTo("run8");
    assertThat(settings.heartbeat()).isEqualTo(Duration.ofMillis(50));
    assertThat(settings.listen())
        .containsExactly(new Endpoint("127.0.0.1", 4001), new Endpoint("127.0.0.1", 5001));
    assertThat(settings.voters()).containsExactly("n1", "n2", "n3");
    assertThat(settings.peers()).containsOnlyKeys("n2", "n3");
    assertThat(settings.peers().get("n3")).hasToString("[::1]:4003");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --votes 3                  | there is no flag --votes; the nearest is --voters
          --hart-beat 3ms            | the nearest is --heartbeat
          --peers n2                 | not of the form name=host:port
          --peers n2=h:1,n2=h:2      | names n2 twice
          --peers n2=h:99999         | no address
          --heartbeat 5m             | no time of the form
          --heartbeat 200ms          | at most half of the election timeout
          --bug B07                  | needs --allow-bugs
          --id n/1                   | letters, digits
          --listen ,                 | names 1 to 8 addresses
          --trace-limit x            | no whole number
          --config /no/such/file     | cannot be read
          --seed                     | needs a value
          --storage flash            | usual or lossy
          --storage lossy:5          | no time of the form
          --voters n2                | names n1 and others
          --voters n1,n1             | each once
          --voters n1 --join         | waits to be told
          word                       | is no flag
          """)
  void whatMakesNoSenseIsRefusedInOneSentence(String more, String sentence) {
    List<String> arguments = new ArrayList<>(LEAST);
    arguments.addAll(List.of(more.split(" ")));

    assertThatThrownBy(() -> Flags.read(arguments, 7))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsWrongInTheFileIsToldWithItsLine() throws Exception {
    Path file = directory.resolve("n1.conf");
    Files.writeString(file, "# n1\n\nelection_timeout = 300ms\n");
    List<String> arguments = List.of("--config", file.toString());

    assertThatThrownBy(() -> Flags.read(arguments, 7))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            file
                + " line 3: there is no flag --election_timeout; the nearest is --election-timeout");

    Files.writeString(file, "id n1\n");
    assertThatThrownBy(() -> Flags.read(arguments, 7))
        .hasMessage(file + " line 1: 'id n1' is not of the form key=value");
  }

  @Test
  void theUsageTellsEveryFlag() {
    Flags.KEYS.forEach(key -> assertThat(Flags.USAGE).contains("--" + key));
  }

  @Test
  void anUnknownBugIsRefused() {
    assertThatThrownBy(() -> BugCatalogue.named(List.of("B07", "B99")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'B99'");
  }
}
