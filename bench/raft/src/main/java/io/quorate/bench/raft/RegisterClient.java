package io.quorate.bench.raft;

import java.io.Closeable;

/** An asynchronous client of registers. What it says of an operation comes on any thread. */
interface RegisterClient extends Closeable {
  /** Takes how one operation ended. */
  interface Done {
    void done(boolean ok);
  }

  void put(String key, String value, Done done);

  void get(String key, Done done);

  void cas(String key, String from, String to, Done done);
}
