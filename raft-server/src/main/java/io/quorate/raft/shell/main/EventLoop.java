package io.quorate.raft.shell.main;

import io.quorate.raft.port.Event;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The one loop of a server process: gathers what has come, hands it over event by event, then says
 * {@link Event.Drained}, so that one sync and one write serve a whole batch.
 *
 * <p>Order matters after a pause: what the network and the disk have to say comes before timers are
 * looked at, so that a heartbeat that waited in a socket still stops the election it would prevent.
 */
final class EventLoop {
  /** What the loop needs of the sockets. */
  interface Sockets {
    /** Waits at most so long for something to come, and hands it on to {@link #arrived}. */
    void poll(long timeoutNanos) throws IOException;

    /** Sends what was gathered. */
    void flush();

    /** Ends a waiting poll, from any thread. */
    void wakeUp();
  }

  private final LoopTimers timers;
  private final Deque<Event> arrived = new ArrayDeque<>();
  private final Queue<Event> fromOutside = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> questions = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;
  private volatile Runnable wakeUp = () -> {};

  EventLoop(LoopTimers timers) {
    this.timers = timers;
  }

  /** Takes an event on the loop's own thread. */
  void arrived(Event event) {
    arrived.add(event);
  }

  /** Takes an event on any thread. */
  void post(Event event) {
    fromOutside.add(event);
    wakeUp.run();
  }

  /** Has a question answered on the loop's own thread, from any thread. It changes nothing. */
  void ask(Runnable question) {
    questions.add(question);
    wakeUp.run();
  }

  /** Ends {@link #run} soon, from any thread. */
  void stop() {
    stopping = true;
    wakeUp.run();
  }

  /**
   * Hands events to {@code server} until told to stop, or until it throws.
   *
   * @param beforeSending called when a batch was handed over, before its words leave: the trace of
   *     what others can see is never behind
   */
  void run(Sockets sockets, Consumer<Event> server, Runnable beforeSending) throws IOException {
    wakeUp = sockets::wakeUp;
    while (!stopping) {
      boolean idle = fromOutside.isEmpty() && arrived.isEmpty();
      sockets.poll(idle ? timers.untilNext() : 0);
      boolean any = handOver(server);
      for (Event due : timers.due()) {
        arrived.add(due);
      }
      any |= handOver(server);
      if (any) {
        server.accept(new Event.Drained());
      }
      for (Runnable q = questions.poll(); q != null; q = questions.poll()) {
        q.run();
      }
      beforeSending.run();
      sockets.flush();
    }
  }

  private boolean handOver(Consumer<Event> server) {
    boolean any = false;
    for (Event e = fromOutside.poll(); e != null; e = fromOutside.poll()) {
      arrived.add(e);
    }
    for (Event e = arrived.poll(); e != null; e = arrived.poll()) {
      server.accept(e);
      any = true;
    }
    return any;
  }
}
