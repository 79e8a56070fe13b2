package io.quorate.raft.sim;

import io.quorate.raft.port.Event;
import io.quorate.raft.port.Network;
import io.quorate.raft.port.Timer;
import io.quorate.raft.port.Trace;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.server.Server;
import io.quorate.raft.server.ServerConfig;
import io.quorate.raft.server.Sight;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A server with its disk, up or down. A dead incarnation is heard no more. */
public final class SimNode {
  private final ServerConfig config;
  private final Watcher watcher;
  private final RandomGenerator random;
  private final SimDisk disk;
  private @Nullable Server server;
  private boolean served;

  /** A server that is down. */
  public SimNode(ServerConfig config, Watcher watcher, RandomGenerator random) {
    this.config = config;
    this.watcher = watcher;
    this.random = random;
    disk = new SimDisk(token -> watcher.syncing(config.node(), token));
  }

  /** Its name. */
  public String name() {
    return config.node();
  }

  /** Its disk. */
  public SimDisk disk() {
    return disk;
  }

  /** Whether its process runs. */
  public boolean up() {
    return server != null;
  }

  /** Starts its process. */
  public void start() {
    server = new Server(config, disk, network(), timer(), trace(), random);
    step(new Event.Started(served));
  }

  /** Its process is gone; its disk is as the caller leaves it. */
  public void stop() {
    server = null;
  }

  /** Hands over one event, and nothing more is waiting. */
  public void step(Event event) {
    Server running = server;
    if (running != null) {
      running.step(event);
      running.step(new Event.Drained());
      served |= running.serves();
    }
  }

  /** It takes part no more: its next process is the first one of a new server of its name. */
  public void renew() {
    served = false;
  }

  /** What may be seen of it. */
  public Optional<Sight> sight() {
    return server == null ? Optional.empty() : server.sight();
  }

  /** The running server. */
  public Server server() {
    if (server == null) {
      throw new IllegalStateException(name() + " is down");
    }
    return server;
  }

  private Trace trace() {
    return (kind, term, index, fields) -> watcher.noted(name(), kind, term, index, fields);
  }

  private Network network() {
    return new Network() {
      @Override
      public void send(String to, PeerMessage message) {
        watcher.sent(new Envelope(name(), to, message));
      }

      @Override
      public void answer(long connection, ClientResponse response) {
        watcher.answered(name(), connection, response);
      }
    };
  }

  private Timer timer() {
    return new Timer() {
      @Override
      public long now() {
        return watcher.now(name());
      }

      @Override
      public void set(Name timer, long delayNanos) {
        watcher.timer(name(), timer, delayNanos);
      }

      @Override
      public void cancel(Name timer) {
        watcher.timer(name(), timer, -1);
      }
    };
  }
}
