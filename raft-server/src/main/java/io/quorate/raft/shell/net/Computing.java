package io.quorate.raft.shell.net;

/** Where the costly steps of a handshake are computed, so that nothing else waits for them. */
interface Computing {
  /** On the caller's thread, before it returns. */
  Computing AT_ONCE =
      (work, after) -> {
        work.run();
        after.run();
      };

  /** Does {@code work} somewhere, and {@code after} it has ended, on the caller's thread. */
  void compute(Runnable work, Runnable after);
}
