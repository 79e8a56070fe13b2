package io.quorate.simulation.client;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.simulation.Agenda;
import io.quorate.trial.Event;
import io.quorate.workload.ClientSession;
import io.quorate.workload.ClientSession.Effect;
import io.quorate.workload.ClientSession.Input;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One client worker: owns its session and its lines. */
final class SimulatedWorker implements SimulatedLine.Listener {
  private final int number;
  private final Agenda agenda;
  private final Supplier<ClientSession> sessions;
  private final Function<String, SimulatedLine> open;
  private final Consumer<SimulatedLine> closed;
  private final Consumer<Event> events;
  private final Map<String, SimulatedLine> lines = new TreeMap<>();
  private ClientSession session;
  private @Nullable Long openProcess;
  private long timerSetting;

  SimulatedWorker(
      int number,
      Agenda agenda,
      Supplier<ClientSession> sessions,
      Function<SimulatedWorker, Function<String, SimulatedLine>> open,
      Consumer<SimulatedLine> closed,
      Consumer<Event> events) {
    this.number = number;
    this.agenda = agenda;
    this.sessions = sessions;
    this.open = open.apply(this);
    this.closed = closed;
    this.events = events;
    session = sessions.get();
  }

  void invoke(long process, Invocation invocation) {
    openProcess = process;
    step(new Input.Start(invocation));
  }

  void abandon(long process) {
    if (openProcess != null && openProcess == process) {
      renew();
    }
  }

  @Override
  public void received(SimulatedLine line, byte[] frame) {
    if (lines.get(line.node()) == line) {
      step(new Input.Received(line.node(), frame));
    }
  }

  @Override
  public void lost(SimulatedLine line, boolean surelyUnsent) {
    closed.accept(line);
    if (lines.remove(line.node(), line)) {
      step(new Input.Disconnected(line.node(), surelyUnsent));
    }
  }

  private void step(Input input) {
    if (openProcess != null) {
      session.step(input).forEach(this::execute);
    }
  }

  private void execute(Effect effect) {
    switch (effect) {
      case Effect.Send s -> lines.computeIfAbsent(s.node(), open).send(s.frame());
      case Effect.SetTimer t -> {
        long setting = ++timerSetting;
        agenda.after(
            t.delayNanos(),
            () -> {
              if (timerSetting == setting) {
                step(new Input.TimedOut(t.token()));
              }
            });
      }
      case Effect.Complete c -> complete(c);
    }
  }

  private void complete(Effect.Complete complete) {
    if (openProcess == null) {
      throw new IllegalStateException("worker " + number + " completed what was not open");
    }
    long process = openProcess;
    openProcess = null;
    timerSetting++;
    if (complete.completion() instanceof Completion.Info) {
      renew();
    }
    events.accept(new Event.Completed(number, process, complete.completion(), complete.node()));
  }

  /** After a doubt nothing of the old session is used again, its connections least of all. */
  private void renew() {
    openProcess = null;
    timerSetting++;
    for (SimulatedLine line : lines.values()) {
      line.close();
      closed.accept(line);
    }
    lines.clear();
    session = sessions.get();
  }
}
