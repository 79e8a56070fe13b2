package io.quorate.cluster.fault;

/** Starts a killed node again: the process, and whatever else its system needs for it. */
@FunctionalInterface
public interface Restarter {
  /** Starts {@code node}; returns when its process is there, ready or not. */
  void start(String node);
}
