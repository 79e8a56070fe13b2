package io.quorate.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.ledger.LedgerReading;
import io.quorate.cluster.process.Processes.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of the machine the test runs on. */
class DaemonTest {
  private static final Duration GRACE = Duration.ofSeconds(5);

  @TempDir Path directory;
  private final OwnMachine host = new OwnMachine("n1");
  private final Processes processes = new Processes(host);
  private Ledger ledger;
  private Daemon daemon;

  @BeforeEach
  void open() {
    ledger = Ledger.open(directory.resolve("ledger.jsonl"));
    daemon = daemon(Command.of("sleep", "600"));
  }

  @AfterEach
  void close() {
    daemon.kill();
    ledger.close();
  }

  @Test
  void aStartedProcessIsAliveAndHasItsIdentityOnFile() throws Exception {
    ProcessIdentity identity = daemon.start();

    assertThat(daemon.look()).isEqualTo(ProcessState.ALIVE);
    assertThat(processes.identify(identity.pid())).contains(identity);
    assertThat(Launch.onFile(host, pidFile()).orElseThrow()).isEqualTo(identity);
  }

  @Test
  void itRunsWithItsWordsDirectoryVariablesAndLog() throws Exception {
    Path ready = directory.resolve("fifo");
    host.exec("mkfifo", ready.toString()).orThrow();
    String script = "pwd -P; echo \"$V $1\"; echo err >&2; echo done >\"$2\"; exec sleep 600";
    daemon =
        daemon(
            Command.script(script, "it's", ready.toString())
                .in(directory.toString())
                .withEnv(Map.of("V", "a b")));

    daemon.start();
    assertThat(Files.readString(ready)).isEqualTo("done\n");

    assertThat(daemon.logTail(1000)).isEqualTo(directory.toRealPath() + "\na b it's\nerr");
  }

  @Test
  void aKilledProcessIsGoneAndTheNextStartIsAnother() {
    ProcessIdentity first = daemon.start();

    daemon.kill();
    assertThat(daemon.look()).isEqualTo(ProcessState.GONE);
    daemon.kill();
    ProcessIdentity second = daemon.start();

    assertThat(second).isNotEqualTo(first);
    assertThat(processes.look(first)).isEqualTo(ProcessState.GONE);
    assertThat(daemon.look()).isEqualTo(ProcessState.ALIVE);
  }

  @Test
  void aProcessThatNobodyEndedHasEndedItself() {
    ProcessIdentity first = daemon.start();
    assertThat(daemon.endedItself()).isFalse();

    processes.signal(first, Signal.KILL, GRACE);
    assertThat(daemon.endedItself()).isTrue();
    daemon.start();
    daemon.kill();
    assertThat(daemon.endedItself()).as("it stays known").isTrue();
  }

  @Test
  void aProcessThatWasKilledOrStoppedHasNotEndedItself() {
    assertThat(daemon.endedItself()).as("never started").isFalse();
    daemon.start();
    daemon.kill();
    assertThat(daemon.endedItself()).isFalse();
    daemon.start();
    daemon.stop(GRACE);
    assertThat(daemon.endedItself()).isFalse();
  }

  @Test
  void aProcessWhoseStartWasNeverAnsweredIsFoundAndEnded() {
    AtomicBoolean deaf = new AtomicBoolean(true);
    CommandRunner flaky =
        new CommandRunner() {
          @Override
          public String node() {
            return "n1";
          }

          @Override
          public CommandResult run(Command command) {
            CommandResult result = host.run(command);
            if (deaf.getAndSet(false)) {
              throw new RemoteException("n1", "start", "connection lost", null);
            }
            return result;
          }
        };
    daemon = new Daemon(flaky, spec(Command.of("sleep", "600")), ledger);

    assertThatThrownBy(daemon::start).isInstanceOf(RemoteException.class);

    assertThat(daemon.look()).isEqualTo(ProcessState.ALIVE);
    ProcessIdentity identity = daemon.identity().orElseThrow();
    daemon.kill();
    assertThat(processes.look(identity)).isEqualTo(ProcessState.GONE);
    assertThat(inForce()).isEmpty();
  }

  @Test
  void aPausedProcessIsStoppedUntilItIsLetGoOn() {
    daemon.start();

    daemon.pause();
    assertThat(daemon.look()).isEqualTo(ProcessState.STOPPED);
    daemon.resume();

    assertThat(daemon.look()).isEqualTo(ProcessState.ALIVE);
    daemon.resume();
  }

  @Test
  void aPausedProcessCanBeStoppedAndKilled() {
    daemon.start();
    daemon.pause();
    daemon.stop(GRACE);
    assertThat(daemon.look()).isEqualTo(ProcessState.GONE);

    daemon.start();
    daemon.pause();
    daemon.kill();
    assertThat(daemon.look()).isEqualTo(ProcessState.GONE);
  }

  @Test
  void whoDoesNotListenToTheRequestToEndIsKilled() throws Exception {
    Path ready = directory.resolve("fifo");
    host.exec("mkfifo", ready.toString()).orThrow();
    daemon =
        daemon(Command.script("trap '' TERM; echo x >\"$1\"; exec sleep 600", ready.toString()));
    daemon.start();
    assertThat(Files.readString(ready)).isEqualTo("x\n");

    daemon.stop(Duration.ofMillis(100));

    assertThat(daemon.look()).isEqualTo(ProcessState.GONE);
  }

  @Test
  void aPidThatIsAnothersNowIsNeverSignalled() {
    ProcessIdentity alive = daemon.start();
    ProcessIdentity recycled = new ProcessIdentity(alive.pid(), alive.start() + "1");

    assertThat(processes.look(recycled)).isEqualTo(ProcessState.GONE);
    assertThat(processes.signal(recycled, Signal.KILL, GRACE)).isEqualTo(ProcessState.GONE);

    assertThat(daemon.look()).isEqualTo(ProcessState.ALIVE);
  }

  @Test
  void aProcessWithAHostileNameIsReadRight() throws Exception {
    Path program = directory.resolve("x) R 1 (y");
    Files.copy(Path.of("/bin/sleep"), program);
    daemon = daemon(Command.of(program.toString(), "600"));

    ProcessIdentity identity = daemon.start();
    daemon.pause();

    assertThat(daemon.look()).isEqualTo(ProcessState.STOPPED);
    assertThat(processes.identify(identity.pid())).contains(identity);
  }

  @Test
  void aSecondStartIsRefusedWhileTheFirstIsThere() {
    daemon.start();

    assertThatThrownBy(daemon::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("runs already");
  }

  @Test
  void theLedgerKnowsWhatIsLeftAtEveryMoment() {
    ProcessIdentity identity = daemon.start();
    assertThat(inForce())
        .singleElement()
        .satisfies(act -> {
          assertThat(act.kind()).isEqualTo(Act.Kind.DAEMON);
          assertThat(act.facts()).containsAllEntriesOf(identity.facts());
        });

    daemon.pause();
    assertThat(inForce()).extracting(Act::kind).containsExactly(Act.Kind.DAEMON, Act.Kind.PAUSE);
    daemon.resume();
    assertThat(inForce()).extracting(Act::kind).containsExactly(Act.Kind.DAEMON);

    daemon.stop(GRACE);
    assertThat(inForce()).isEmpty();
  }

  @Test
  void whatALedgerKnowsOnlyByItsPidFileIsEndedToo() {
    ProcessIdentity identity = daemon.start();
    Act announced = ledger.intend(Act.Kind.DAEMON, "n1", Map.of("pidFile", pidFile(), "name", "d"));

    String words = Remains.of(announced, host).end();

    assertThat(words).isEqualTo("n1: killed d " + identity);
    assertThat(daemon.look()).isEqualTo(ProcessState.GONE);
    assertThat(Remains.of(announced, host).end()).isEqualTo("n1: no process of d is left");
  }

  @Test
  void thereIsNoIdentityOfAPidThatNobodyHas() {
    ProcessIdentity identity = daemon.start();
    daemon.kill();

    assertThat(processes.identify(identity.pid())).isEqualTo(Optional.empty());
  }

  private Daemon daemon(Command command) {
    return new Daemon(host, spec(command), ledger);
  }

  private DaemonSpec spec(Command command) {
    return new DaemonSpec(
        "sleeper", command, directory.resolve("logs/out.log").toString(), pidFile());
  }

  private String pidFile() {
    return directory.resolve("run/pid").toString();
  }

  private List<Act> inForce() {
    return LedgerReading.of(ledger.file()).open();
  }
}
