package io.quorate.runner.client;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.Framing;
import io.quorate.trial.Event;
import io.quorate.workload.ClientSession;
import io.quorate.workload.ClientSession.Effect;
import io.quorate.workload.ClientSession.Input;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One client worker: owns its session and its lines, takes one message after another. */
final class Worker implements Line.Listener {
  /** What a worker's inbox holds. */
  private sealed interface Message {
    record Begin(long process, Invocation invocation) implements Message {}

    record Abandon(long process) implements Message {}

    record Frame(Line line, byte[] bytes) implements Message {}

    record Lost(Line line, boolean surelyUnsent) implements Message {}

    record Close() implements Message {}
  }

  private final int number;
  private final ClientPlace place;
  private final Function<ClientPlace, ClientSession> sessions;
  private final Framing framing;
  private final Function<String, InetSocketAddress> addresses;
  private final Consumer<Event> events;
  private final LinkedBlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
  private final Map<String, Line> lines = new TreeMap<>();
  private ClientSession session;
  private @Nullable Long openProcess;
  private long timerToken;
  private long timerNanoTime;
  private boolean timerSet;

  Worker(
      int number,
      ClientPlace place,
      Function<ClientPlace, ClientSession> sessions,
      Framing framing,
      Function<String, InetSocketAddress> addresses,
      Consumer<Event> events) {
    this.number = number;
    this.place = place;
    this.sessions = sessions;
    this.framing = framing;
    this.addresses = addresses;
    this.events = events;
    session = sessions.apply(place);
  }

  void begin(long process, Invocation invocation) {
    inbox.add(new Message.Begin(process, invocation));
  }

  void abandon(long process) {
    inbox.add(new Message.Abandon(process));
  }

  void close() {
    inbox.add(new Message.Close());
  }

  @Override
  public void received(Line line, byte[] frame) {
    inbox.add(new Message.Frame(line, frame));
  }

  @Override
  public void lost(Line line, boolean surelyUnsent) {
    inbox.add(new Message.Lost(line, surelyUnsent));
  }

  /** Takes messages until closed. */
  void run() {
    try {
      boolean open = true;
      while (open) {
        Message message = next();
        open = !(message instanceof Message.Close);
        if (message != null) {
          take(message);
        } else {
          timerSet = false;
          step(new Input.TimedOut(timerToken));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lines.values().forEach(Line::close);
    }
  }

  private @Nullable Message next() throws InterruptedException {
    if (!timerSet) {
      return inbox.take();
    }
    return inbox.poll(timerNanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void take(Message message) {
    switch (message) {
      case Message.Begin b -> {
        openProcess = b.process();
        step(new Input.Start(b.invocation()));
      }
      case Message.Abandon a -> {
        if (openProcess != null && openProcess == a.process()) {
          renew();
        }
      }
      case Message.Frame f -> {
        if (lines.get(f.line().node()) == f.line()) {
          step(new Input.Received(f.line().node(), f.bytes()));
        }
      }
      case Message.Lost l -> {
        if (lines.remove(l.line().node(), l.line())) {
          step(new Input.Disconnected(l.line().node(), l.surelyUnsent()));
        }
      }
      case Message.Close c -> {}
    }
  }

  private void step(Input input) {
    if (openProcess != null) {
      session.step(input).forEach(this::execute);
    }
  }

  private void execute(Effect effect) {
    switch (effect) {
      case Effect.Send s -> lines.computeIfAbsent(s.node(), this::open).send(s.frame());
      case Effect.SetTimer t -> {
        timerSet = true;
        timerToken = t.token();
        timerNanoTime = System.nanoTime() + t.delayNanos();
      }
      case Effect.Complete c -> complete(c);
    }
  }

  private Line open(String node) {
    return Line.open(node, addresses.apply(node), place, framing, this);
  }

  private void complete(Effect.Complete complete) {
    if (openProcess == null) {
      throw new IllegalStateException("worker " + number + " completed what was not open");
    }
    long process = openProcess;
    openProcess = null;
    timerSet = false;
    if (complete.completion() instanceof Completion.Info) {
      renew();
    }
    events.accept(new Event.Completed(number, process, complete.completion(), complete.node()));
  }

  /** After a doubt nothing of the old session is used again, its connections least of all. */
  private void renew() {
    openProcess = null;
    timerSet = false;
    lines.values().forEach(Line::close);
    lines.clear();
    session = sessions.apply(place);
  }
}
