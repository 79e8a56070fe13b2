package io.quorate.bench.raft;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Three server processes on loopback over one disk. */
interface Servers extends Closeable {
  /** What is measured. */
  String name();

  /** Waits until there is a leader, and returns a client that asks it. */
  RegisterClient client() throws IOException, InterruptedException;

  /** The processes. */
  List<ProcessHandle> processes();

  /** How often they made writes durable so far, all together. */
  long syncs() throws IOException, InterruptedException;
}
