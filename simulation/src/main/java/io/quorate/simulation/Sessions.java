package io.quorate.simulation;

import io.quorate.workload.ClientSession;
import org.jspecify.annotations.Nullable;

/** Makes the client sessions of the system under test: the same that speak to real processes. */
@FunctionalInterface
public interface Sessions {
  /**
   * Returns a fresh session.
   *
   * @param group the client group it belongs to, {@code c1}
   * @param home the node it lives beside
   * @param pinnedTo the only node it may ask, or null when it follows the leader
   */
  ClientSession at(String group, String home, @Nullable String pinnedTo);
}
