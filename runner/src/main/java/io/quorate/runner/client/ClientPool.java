package io.quorate.runner.client;

import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.Framing;
import io.quorate.trial.Event;
import io.quorate.workload.ClientSession;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** All client workers of a run: those of the workload, and one reader beside each node. */
public final class ClientPool implements AutoCloseable {
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Starts one worker a place.
   *
   * @param sessions makes a fresh session for a place
   * @param framing tells whole frames from bytes
   * @param places where each worker lives, by its number
   * @param addresses what a client group dials to reach a node, by the link between them
   * @param events takes completions; called from the workers' threads
   */
  public ClientPool(
      Function<ClientPlace, ClientSession> sessions,
      Framing framing,
      List<ClientPlace> places,
      Map<Link, InetSocketAddress> addresses,
      Consumer<Event> events) {
    for (ClientPlace place : places) {
      Worker worker =
          new Worker(
              workers.size(),
              place,
              sessions,
              framing,
              node -> dial(addresses, new Link(place.group(), node)),
              events);
      workers.add(worker);
      threads.add(Thread.ofVirtual().name("worker-" + threads.size()).start(worker::run));
    }
  }

  private static InetSocketAddress dial(Map<Link, InetSocketAddress> addresses, Link link) {
    InetSocketAddress address = addresses.get(link);
    if (address == null) {
      throw new IllegalArgumentException("no client listener for " + link);
    }
    return address;
  }

  /** Starts an operation in a worker's session. */
  public void invoke(int worker, long process, Invocation invocation) {
    workers.get(worker).begin(process, invocation);
  }

  /** Gives an operation up: its session and connections are replaced. */
  public void abandon(int worker, long process) {
    workers.get(worker).abandon(process);
  }

  /** Closes all connections and ends all workers. */
  @Override
  public void close() {
    workers.forEach(Worker::close);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
