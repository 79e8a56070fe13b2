package io.quorate.cluster;

/** A machine on which commands can be run: a node, or the toolkit's own. */
public interface CommandRunner {
  /** The node's name, as links name it: {@code n1}, {@code n2}, ... */
  String node();

  /**
   * Runs {@code command} to its end.
   *
   * @throws RemoteException if it reported no end in time, or the machine could not be reached;
   *     whether it took effect is then not known, and it is never run twice
   */
  CommandResult run(Command command);

  /** Runs these words to their end, see {@link #run}. */
  default CommandResult exec(String... argv) {
    return run(Command.of(argv));
  }
}
