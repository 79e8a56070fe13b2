package io.quorate.cluster.hosts;

import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.Remote;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.ledger.LedgerReading;
import io.quorate.cluster.process.OwnMachine;
import io.quorate.cluster.process.Remains;
import io.quorate.cluster.ssh.SshRemote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Undoes what a run left behind that was killed before it could: {@code ./quorate doctor --heal}.
 *
 * <p>Processes are told by pid and start time, so that a second heal, or one after a reboot,
 * touches nobody else. Servers, listeners and cuts lived in the toolkit's own process and died with
 * it.
 */
public final class Heal implements AutoCloseable {
  private final Ledger ledger;
  private final LedgerReading reading;
  private final Map<String, CommandRunner> hosts = new TreeMap<>();
  private final List<Remote> logins = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  private Heal(Ledger ledger, LedgerReading reading) {
    this.ledger = ledger;
    this.reading = reading;
  }

  /**
   * Heals after the run whose ledger lies at {@code file}. Idempotent.
   *
   * @throws IllegalStateException if the run is still going: end it first
   */
  public static HealReport heal(Path file) {
    LedgerReading reading = LedgerReading.of(file);
    refuseWhileItLives(reading);
    try (Ledger ledger = Ledger.open(file);
        Heal heal = new Heal(ledger, reading)) {
      return heal.run();
    }
  }

  private static void refuseWhileItLives(LedgerReading reading) {
    for (Act act : reading.open()) {
      if (act.kind() == Act.Kind.TOOLKIT && !Remains.of(act, new OwnMachine("toolkit")).isGone()) {
        throw new IllegalStateException(
            "the run is still going as pid " + act.fact("pid") + "; end it before it is healed");
      }
    }
  }

  private HealReport run() {
    reading.unreadable().forEach(line -> left.add("cannot be read: " + line));
    for (Act act : reading.open().reversed()) {
      try {
        done.add(undo(act));
        ledger.undone(act);
      } catch (RuntimeException e) {
        left.add(act.kind() + " on " + act.place() + ": " + e.getMessage());
      }
    }
    return new HealReport(done, left);
  }

  /** Last things first: a paused process goes on before it is killed, a host is left last. */
  private String undo(Act act) {
    return switch (act.kind()) {
      case PAUSE -> Remains.of(act, host(act.place())).letGoOn();
      case DAEMON -> Remains.of(act, host(act.place())).end();
      case KILL -> act.place() + ": what was killed is not started again";
      case LINKS -> act.place() + ": links " + act.fact("links") + " fell with the toolkit";
      case LISTENERS -> "the listeners of the links closed with the toolkit";
      case HOST -> act.place() + ": the toolkit is logged out";
      case TOOLKIT -> "the toolkit, pid " + act.fact("pid") + ", is gone";
    };
  }

  private CommandRunner host(String node) {
    CommandRunner known = hosts.get(node);
    if (known != null) {
      return known;
    }
    Act act =
        reading.acts().stream()
            .filter(each -> each.kind() == Act.Kind.HOST && each.place().equals(node))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new IllegalStateException("the ledger names no host for " + node));
    CommandRunner host = reach(act);
    hosts.put(node, host);
    return host;
  }

  private CommandRunner reach(Act host) {
    if (host.fact(HostFacts.REACH).equals(HostFacts.LOCAL)) {
      return new OwnMachine(host.place());
    }
    Remote login = SshRemote.connect(HostFacts.target(host));
    logins.add(login);
    return login;
  }

  @Override
  public void close() {
    logins.forEach(Remote::close);
  }
}
