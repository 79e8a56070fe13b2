package io.quorate.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.cluster.Address;
import io.quorate.cluster.Command;
import io.quorate.cluster.LinkControl;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.ledger.LedgerReading;
import io.quorate.cluster.process.Daemon;
import io.quorate.cluster.process.DaemonSpec;
import io.quorate.cluster.process.OwnMachine;
import io.quorate.cluster.process.ProcessState;
import io.quorate.cluster.proxy.LinkProxies;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Evidence.Probe;
import io.quorate.history.Link;
import io.quorate.nemesis.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real proxies and real processes; the prober is a fake that knows what the proxies do. */
class WorldFaultsTest {
  private static final Link L12 = new Link("n1", "n2");
  private static final Link L21 = new Link("n2", "n1");
  private static final Link L13 = new Link("n1", "n3");
  private static final Fault.Partition CUT = new Fault.Partition("n1 to n2", List.of(L12));
  private static final Fault.Kill KILL = new Fault.Kill(List.of("n1"));
  private static final Fault.Pause PAUSE = new Fault.Pause(List.of("n1", "n2"));

  @TempDir Path directory;
  private final Map<String, Daemon> daemons = new TreeMap<>();
  private Ledger ledger;
  private LinkProxies proxies;
  private Prober prober;
  private WorldFaults faults;

  @BeforeEach
  void open() {
    ledger = Ledger.open(directory.resolve("ledger.jsonl"));
    proxies = proxies(Hearing.SOUND);
    prober = links -> links.stream().map(link -> new Probe(link, !isCut(link))).toList();
    for (String node : List.of("n1", "n2")) {
      Daemon daemon = daemon(node);
      daemon.start();
      daemons.put(node, daemon);
    }
    faults = faults(proxies);
  }

  @AfterEach
  void close() {
    daemons.values().forEach(Daemon::kill);
    proxies.close();
    ledger.close();
  }

  @Test
  void aCutIsProvedByNoncesThatStayOutWhileOthersArrive() {
    assertThat(look(CUT, Moment.BEFORE_CUT).proven()).isTrue();
    faults.inject("f1", CUT);

    Evidence evidence = look(CUT, Moment.AFTER_CUT);

    assertThat(evidence.proven()).isTrue();
    assertThat(evidence.probes()).contains(new Probe(L12, false), new Probe(L21, true));
    faults.lift("f1", CUT);
    assertThat(look(CUT, Moment.AFTER_HEAL).proven()).isTrue();
    assertThat(look(CUT, Moment.HALF_WAY).note()).contains("not cut").contains("n1->n2");
  }

  @Test
  void whereNoNonceArrivesAnywhereTheProbeProvesNothing() {
    prober = links -> links.stream().map(link -> new Probe(link, false)).toList();
    faults = faults(proxies);
    faults.inject("f1", CUT);

    Evidence evidence = look(CUT, Moment.AFTER_CUT);

    assertThat(evidence.proven()).isFalse();
    assertThat(evidence.note()).contains("the probes themselves");
  }

  @Test
  void aLinkThatCannotBeProbedIsNotProved() {
    prober = links -> List.of(new Probe(L21, true));
    faults = faults(proxies);
    faults.inject("f1", CUT);

    assertThat(look(CUT, Moment.AFTER_CUT).note()).contains("no nonce could be sent along n1->n2");
    assertThat(look(CUT, Moment.AFTER_CUT).proven()).isFalse();
    assertThat(look(CUT, Moment.AFTER_HEAL).proven()).isFalse();
  }

  @Test
  void afterAHealALinkThatAnotherFaultCutsIsNotWaitedFor() {
    Fault.Partition both = new Fault.Partition("n1 out", List.of(L12, L13));
    faults.inject("f1", CUT);
    faults.inject("f2", both);

    faults.lift("f2", both);

    assertThat(look("f2", both, Moment.AFTER_HEAL).proven()).isTrue();
    assertThat(look("f1", CUT, Moment.HALF_WAY).proven()).isTrue();
  }

  @Test
  void aDelayIsNeverClaimed() {
    Fault.Delay delay = new Fault.Delay(List.of(L12), 1_000_000, 0);
    faults.inject("f1", delay);

    assertThat(look(delay, Moment.AFTER_CUT).proven()).isFalse();
    faults.lift("f1", delay);
  }

  @Test
  void aKillIsProvedByTheIdentityOfProcesses() {
    assertThat(look(KILL, Moment.BEFORE_CUT).proven()).isTrue();
    faults.inject("f1", KILL);
    assertThat(look(KILL, Moment.AFTER_CUT).proven()).isTrue();
    assertThat(look(KILL, Moment.AFTER_HEAL).proven()).isFalse();

    faults.lift("f1", KILL);

    assertThat(look(KILL, Moment.BEFORE_HEAL).proven()).isFalse();
    assertThat(look(KILL, Moment.AFTER_HEAL).proven()).isTrue();
    assertThat(look(KILL, Moment.AFTER_HEAL).note()).contains("a new process");
  }

  @Test
  void aPauseIsProvedByTheStateOfTheSameProcess() {
    faults.inject("f1", PAUSE);
    assertThat(look(PAUSE, Moment.AFTER_CUT).proven()).isTrue();
    assertThat(look(PAUSE, Moment.AFTER_HEAL).proven()).isFalse();

    faults.lift("f1", PAUSE);

    assertThat(look(PAUSE, Moment.HALF_WAY).proven()).isFalse();
    assertThat(look(PAUSE, Moment.AFTER_HEAL).proven()).isTrue();
  }

  @Test
  void aPauseOfAProcessThatWasReplacedMeanwhileIsNotProved() {
    faults.inject("f1", PAUSE);
    faults.inject("f2", KILL);
    faults.lift("f2", KILL);

    assertThat(look(PAUSE, Moment.BEFORE_HEAL).proven()).isFalse();
  }

  @Test
  void aNodeThatTwoFaultsHoldIsLetGoByTheLast() {
    faults.inject("f1", KILL);
    faults.inject("f2", KILL);

    faults.lift("f1", KILL);
    assertThat(state("n1")).isEqualTo(ProcessState.GONE);
    assertThat(look("f1", KILL, Moment.AFTER_HEAL).note()).contains("still held");
    assertThat(look("f1", KILL, Moment.AFTER_HEAL).proven()).isFalse();
    faults.lift("f2", KILL);

    assertThat(state("n1")).isEqualTo(ProcessState.ALIVE);
  }

  @Test
  void liftingTwiceChangesNothing() {
    faults.inject("f1", PAUSE);
    faults.lift("f1", PAUSE);
    faults.lift("f1", PAUSE);
    faults.inject("f2", CUT);
    faults.lift("f2", CUT);
    faults.lift("f2", CUT);

    assertThat(state("n1")).isEqualTo(ProcessState.ALIVE);
  }

  @Test
  void healAllLiftsEverythingThatIsInForce() {
    faults.inject("f1", CUT);
    faults.inject("f2", PAUSE);
    faults.inject("f3", KILL);

    faults.healAll();
    faults.healAll();

    assertThat(proxies.cut()).isEmpty();
    assertThat(state("n1")).isEqualTo(ProcessState.ALIVE);
    assertThat(state("n2")).isEqualTo(ProcessState.ALIVE);
    assertThat(LedgerReading.of(ledger.file()).open()).as("two processes").hasSize(2);
  }

  @Test
  void deafProxiesProveNothing() {
    try (LinkProxies deaf = proxies(Hearing.DEAF)) {
      prober = links -> links.stream().map(link -> new Probe(link, true)).toList();
      WorldFaults fooled = faults(deaf);
      fooled.inject("f1", CUT);

      assertThat(fooled.look("f1", CUT, Moment.AFTER_CUT).proven()).isFalse();
    }
  }

  @Test
  void aWorldWithoutPowerOverLinksSaysSo() {
    WorldFaults powerless = new WorldFaults(Optional.empty(), prober, daemons, node -> {}, ledger);

    assertThatThrownBy(() -> powerless.inject("f1", CUT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot cut");
    powerless.healAll();
  }

  private Evidence look(Fault fault, Moment moment) {
    return look("f1", fault, moment);
  }

  private Evidence look(String id, Fault fault, Moment moment) {
    return faults.look(id, fault, moment);
  }

  private ProcessState state(String node) {
    return Objects.requireNonNull(daemons.get(node)).look();
  }

  private boolean isCut(Link link) {
    return proxies.cut().contains(link);
  }

  private WorldFaults faults(LinkControl links) {
    return new WorldFaults(
        Optional.of(links),
        prober,
        daemons,
        node -> Objects.requireNonNull(daemons.get(node)).start(),
        ledger);
  }

  private static LinkProxies proxies(Hearing hearing) {
    Address nobody = new Address("127.0.0.1", 1);
    return LinkProxies.open(Map.of(L12, nobody, L13, nobody), 1, hearing);
  }

  private Daemon daemon(String node) {
    DaemonSpec spec =
        new DaemonSpec(
            "sleeper",
            Command.of("sleep", "600"),
            directory.resolve(node + ".log").toString(),
            directory.resolve(node + ".pid").toString());
    return new Daemon(new OwnMachine(node), spec, ledger);
  }
}
