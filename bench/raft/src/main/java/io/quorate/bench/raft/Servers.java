package io.quorate.bench.raft;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Three server processes on loopback over one disk. */
interface Servers extends Closeable {
  /** What is measured. */
  String name();

  /** How many they are. */
  int NODES = 3;

  /** Time between two looks for a leader: what is measured until there is one is this coarse. */
  int LOOK_MILLIS = 20;

  /** How often it looks for a leader. */
  int TRIES = 30_000 / LOOK_MILLIS;

  /** Whether this one says that it leads; false as long as it says nothing. */
  boolean leads(int node) throws InterruptedException;

  /** Waits until there is a leader, and returns which of the three it is. */
  default int leader() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      for (int node = 0; node < NODES; node++) {
        if (leads(node)) {
          return node;
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IOException(name() + ": no leader in time");
  }

  /** A client that asks this server. */
  RegisterClient client(int node) throws IOException;

  /** Waits until there is a leader, and returns a client that asks it. */
  default RegisterClient client() throws IOException, InterruptedException {
    return client(leader());
  }

  /** Ends a server's process at once. */
  void kill(int node);

  /** Starts a server that was killed. */
  void start(int node) throws IOException;

  /** The processes. */
  List<ProcessHandle> processes();

  /** How often they made writes durable so far, all together. */
  long syncs() throws IOException, InterruptedException;
}
