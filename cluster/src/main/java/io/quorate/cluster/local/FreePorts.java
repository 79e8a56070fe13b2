package io.quorate.cluster.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Ports on the loopback for processes that must keep theirs over a kill and restart.
 *
 * <p>They lie below the range from which Linux (32768 on) and macOS (49152 on) give ports to those
 * who ask for any, so that no passing connection takes one while its owner is down.
 */
final class FreePorts {
  private static final int FIRST = 10_240;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 2_000;

  private FreePorts() {}

  /** Returns {@code count} different ports on which nobody listens now. */
  static List<Integer> pick(int count, RandomGenerator random) {
    List<Integer> ports = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
      int port = random.nextInt(FIRST, LAST);
      if (!ports.contains(port) && isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new IllegalStateException(
          "no " + count + " free ports on the loopback in " + ATTEMPTS + " attempts");
    }
    return ports;
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort() == port;
    } catch (IOException taken) {
      return false;
    }
  }
}
