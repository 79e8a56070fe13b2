package io.quorate.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.cluster.Address;
import io.quorate.cluster.Capability;
import io.quorate.cluster.Port;
import io.quorate.cluster.Site;
import io.quorate.cluster.deploy.Deployment;
import io.quorate.cluster.deploy.Sleeper;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.ledger.LedgerReading;
import io.quorate.cluster.process.Daemon;
import io.quorate.cluster.process.ProcessState;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import io.quorate.history.Link;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWorldTest {
  @TempDir Path directory;
  private Ledger ledger;
  private LocalWorld world;

  @BeforeEach
  void open() {
    ledger = Ledger.open(directory.resolve("ledger.jsonl"));
    world = LocalWorld.open(directory.resolve("work"), 5, 1, Hearing.SOUND, ledger);
  }

  @AfterEach
  void close() {
    world.close();
    ledger.close();
  }

  @Test
  void fiveNodesHaveEachTheirOwnDirectoryPortsAndPeers() {
    Set<Object> seen = new HashSet<>();
    for (Site site : world.sites()) {
      assertThat(seen.add(site.directory())).isTrue();
      assertThat(site.remote().exec("pwd").ok()).isTrue();
      assertThat(site.remote().exec(site.java(), "-version").stderr()).contains("version");
      assertThat(site.peers()).hasSize(4);
      site.listens().values().forEach(address -> assertThat(seen.add(address)).isTrue());
      site.peers().values().forEach(address -> assertThat(seen.add(address)).isTrue());
    }
    assertThat(seen).as("directories, ports and entrances").hasSize(5 + 15 + 20);
    assertThat(world.links().orElseThrow().links()).hasSize(20 + 50);
  }

  @Test
  void aPeersEntranceLeadsToThePortWhereThatPeerListens() throws Exception {
    Address peer = world.site("n2").listen(Port.PEER);
    Address client = world.site("n2").listen(Port.CLIENT);

    assertReaches(world.site("n1").peer("n2"), peer);
    assertReaches(world.dial("n1", "n2"), peer);
    assertReaches(world.dial("c1", "n2"), client);
    assertReaches(world.dial("c2", "n2"), client);
  }

  @Test
  void aPlaceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> world.dial("c9", "n2")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> world.site("n9")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSystemIsInstalledStartedCollectedAndStopped() {
    Deployment deployment = new Deployment(world, new Sleeper(), ledger);
    deployment.install();
    deployment.start();
    assertThat(deployment.daemons().values())
        .extracting(Daemon::look)
        .hasSize(5)
        .containsOnly(ProcessState.ALIVE);

    deployment.daemons().values().stream().findFirst().orElseThrow().pause();
    deployment.close();
    deployment.close();
    deployment.collectLogs(directory.resolve("nodes"));

    assertThat(deployment.daemons().values())
        .extracting(Daemon::look)
        .containsOnly(ProcessState.GONE);
    assertThat(directory.resolve("nodes/n3/log")).hasContent("n3 starts");
    assertThat(directory.resolve("nodes/n3/never-written")).doesNotExist();
  }

  @Test
  void aWorldClosedInOrderLeavesNothingInItsLedger() {
    Deployment deployment = new Deployment(world, new Sleeper(), ledger);
    deployment.install();
    deployment.start();
    world.links().orElseThrow().cut("f1", List.of(new Link("n1", "n2")));

    deployment.close();
    world.close();
    world.close();

    assertThat(LedgerReading.of(ledger.file()).open()).isEmpty();
    assertThatThrownBy(() -> world.site("n1").remote().exec("true")).hasMessageContaining("closed");
  }

  @Test
  void itBreaksLinksAndProcessesAndNamesTheWorldThatBreaksTheRest() {
    Set<Capability> here =
        EnumSet.of(Capability.CUT_LINKS, Capability.DELAY_LINKS, Capability.KILL, Capability.PAUSE);

    for (Capability capability : Capability.values()) {
      Optional<String> refusal = world.capabilities().refusal(capability);
      if (here.contains(capability)) {
        assertThat(refusal).as("%s", capability).isEmpty();
      } else {
        assertThat(refusal.orElseThrow()).as("%s", capability).contains("--on simulation");
      }
    }
  }

  private static void assertReaches(Address entrance, Address listener) throws Exception {
    try (ServerSocket server = new ServerSocket()) {
      server.bind(listener.resolve());
      server.setSoTimeout(10_000);
      try (Socket dialler = new Socket()) {
        dialler.connect(entrance.resolve(), 10_000);
        try (Socket accepted = server.accept()) {
          dialler.getOutputStream().write(7);
          assertThat(accepted.getInputStream().read()).isEqualTo(7);
        }
      }
    }
  }
}
