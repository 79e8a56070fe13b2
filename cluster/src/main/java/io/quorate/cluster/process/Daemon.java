package io.quorate.cluster.process;

import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.process.Processes.Signal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One long-running process of a node, through all its starts. Safe for use by several threads.
 *
 * <p>Every act stands in the ledger before it is done. A signal goes only to the process that was
 * started here, told by pid and start time. Every method throws {@link RemoteException} if the host
 * fails or the effect does not show.
 */
public final class Daemon {
  private final CommandRunner host;
  private final DaemonSpec spec;
  private final Ledger ledger;
  private final Processes processes;
  private @Nullable ProcessIdentity current;
  private boolean unsure;
  private boolean wanted;
  private boolean endedItself;
  private @Nullable Act started;
  private @Nullable Act paused;

  /** A daemon on {@code host} that was not started yet. */
  public Daemon(CommandRunner host, DaemonSpec spec, Ledger ledger) {
    this.host = host;
    this.spec = spec;
    this.ledger = ledger;
    this.processes = new Processes(host);
  }

  /** The node it runs on. */
  public String node() {
    return host.node();
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException if it is there already
   */
  public synchronized ProcessIdentity start() {
    if (look() != ProcessState.GONE) {
      throw new IllegalStateException(spec.name() + " on " + node() + " runs already");
    }
    noticeEnd();
    wanted = true;
    settle();
    Act act =
        ledger.intend(
            Act.Kind.DAEMON, node(), Map.of("name", spec.name(), "pidFile", spec.pidFile()));
    started = act;
    unsure = true;
    ProcessIdentity fresh = Launch.start(host, spec);
    unsure = false;
    current = fresh;
    started = ledger.landed(act, fresh.facts());
    return fresh;
  }

  /** The process of the last start, there or gone. */
  public synchronized Optional<ProcessIdentity> identity() {
    return Optional.ofNullable(current());
  }

  /** What has become of the process of the last start; gone if it was never started. */
  public synchronized ProcessState look() {
    ProcessIdentity process = current();
    return process == null ? ProcessState.GONE : processes.look(process);
  }

  /** Whether one of its processes has ended though nobody here ended it. */
  public synchronized boolean endedItself() {
    noticeEnd();
    return endedItself;
  }

  private void noticeEnd() {
    endedItself |= wanted && look() == ProcessState.GONE;
  }

  /** Asks it to end, waits up to {@code grace}, then kills it. Idempotent. */
  public synchronized void stop(Duration grace) {
    wanted = false;
    ProcessIdentity process = current();
    if (process != null) {
      processes.signal(process, Signal.CONT, Processes.EFFECT_LIMIT);
      if (processes.signal(process, Signal.TERM, grace) != ProcessState.GONE) {
        expect(process, Signal.KILL);
      }
    }
    settle();
  }

  /** Kills it by SIGKILL and waits until it is gone. Idempotent. */
  public synchronized void kill() {
    noticeEnd();
    wanted = false;
    ProcessIdentity process = current();
    if (process != null) {
      expect(process, Signal.KILL);
    }
    settle();
  }

  /** Stops it by SIGSTOP and waits until it is stopped. */
  public synchronized void pause() {
    ProcessIdentity process = current();
    if (process == null) {
      throw new IllegalStateException(spec.name() + " on " + node() + " was never started");
    }
    if (paused == null) {
      paused = ledger.intend(Act.Kind.PAUSE, node(), process.facts());
    }
    expect(process, Signal.STOP);
  }

  /** Lets it go on after a {@link #pause}, if it is still there. Idempotent. */
  public synchronized void resume() {
    ProcessIdentity process = current();
    if (process != null) {
      expect(process, Signal.CONT);
    }
    if (paused != null) {
      ledger.undone(paused);
      paused = null;
    }
  }

  /** Returns the last {@code bytes} of what it wrote. */
  public String logTail(int bytes) {
    return Launch.logTail(host, spec, bytes);
  }

  /** If the answer to a start was lost, the process may be there all the same. */
  private @Nullable ProcessIdentity current() {
    if (unsure) {
      current = Launch.onFile(host, spec.pidFile()).orElse(null);
      unsure = false;
    }
    return current;
  }

  /** A process that is gone leaves nothing to undo. */
  private void settle() {
    for (Act act : new @Nullable Act[] {paused, started}) {
      if (act != null) {
        ledger.undone(act);
      }
    }
    paused = null;
    started = null;
  }

  private void expect(ProcessIdentity process, Signal signal) {
    ProcessState state = processes.signal(process, signal, Processes.EFFECT_LIMIT);
    if (state != signal.effect() && state != ProcessState.GONE) {
      String what = "kill -s " + signal + " " + process.pid();
      throw new RemoteException(node(), what, "it is still " + state, null);
    }
  }
}
