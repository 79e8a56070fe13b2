package io.quorate.cluster.process;

import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.process.Processes.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be left on a host of a process that a ledger knows. */
public final class Remains {
  private final Act act;
  private final CommandRunner host;
  private final Processes processes;

  private Remains(Act act, CommandRunner host) {
    this.act = act;
    this.host = host;
    this.processes = new Processes(host);
  }

  /** What may be left on {@code host} of the process of {@code act}. */
  public static Remains of(Act act, CommandRunner host) {
    return new Remains(act, host);
  }

  /** Whether nothing of it is there any more. */
  public boolean isGone() {
    return candidates().stream().allMatch(each -> processes.look(each) == ProcessState.GONE);
  }

  /** Lets it go on if it is stopped; returns what was found and done. */
  public String letGoOn() {
    List<String> words = new ArrayList<>();
    for (ProcessIdentity process : candidates()) {
      if (processes.look(process) == ProcessState.STOPPED) {
        send(process, Signal.CONT);
        words.add("continued " + process);
      }
    }
    return sentence(words, "no stopped process is left");
  }

  /** Ends it; returns what was found and done. */
  public String end() {
    List<String> words = new ArrayList<>();
    for (ProcessIdentity process : candidates()) {
      if (processes.look(process) != ProcessState.GONE) {
        send(process, Signal.KILL);
        words.add("killed " + act.fact("name") + " " + process);
      }
    }
    return sentence(words, "no process of " + act.fact("name") + " is left");
  }

  private String sentence(List<String> words, String otherwise) {
    return act.place() + ": " + (words.isEmpty() ? otherwise : String.join(", ", words));
  }

  private void send(ProcessIdentity process, Signal signal) {
    ProcessState state = processes.signal(process, signal, Processes.EFFECT_LIMIT);
    if (state != signal.effect() && state != ProcessState.GONE) {
      String what = "kill -s " + signal + " " + process.pid();
      throw new RemoteException(host.node(), what, "it is still " + state, null);
    }
  }

  /** If the toolkit died before it learnt the identity, the process itself has left it on file. */
  private List<ProcessIdentity> candidates() {
    String known = act.fact("pid") + " " + act.fact("start");
    Optional<ProcessIdentity> identity = ProcessIdentity.parse(known);
    if (identity.isEmpty() && !act.fact("pidFile").isEmpty()) {
      identity = Launch.onFile(host, act.fact("pidFile"));
    }
    return identity.map(List::of).orElseGet(List::of);
  }
}
