package io.quorate.bench.raft;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where the servers of a comparison live. */
interface Place extends Closeable {
  /** All of them on loopback. */
  Place LOOPBACK =
      new Place() {
        @Override
        public String address(int node) {
          return "127.0.0.1";
        }

        @Override
        public List<String> inside(int node, List<String> command) {
          return command;
        }

        @Override
        public void close() {
          // There is nothing to take away.
        }
      };

  /** Where this server listens, and others reach it. */
  String address(int node);

  /** This command as it is started there. */
  List<String> inside(int node, List<String> command);

  @Override
  void close() throws IOException;
}
