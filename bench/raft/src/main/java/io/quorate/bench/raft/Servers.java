package io.quorate.bench.raft;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Three server processes on loopback over one disk. */
interface Servers extends Closeable {
  /** What is measured. */
  String name();

  /** Waits until there is a leader, and returns which of the three it is. */
  int leader() throws IOException, InterruptedException;

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
