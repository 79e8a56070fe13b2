package io.quorate.nemesis;

import io.quorate.history.Evidence;

/**
 * Port to a world that can be broken: injects, lifts and looks.
 *
 * <p>Calls block until done and are made from one thread at a time. A world that cannot do what it
 * is told throws its own unchecked exception that names node, command and output.
 */
public interface FaultTarget {
  /** Brings {@code fault} into force; not yet proven. */
  void inject(String id, Fault fault);

  /** Lifts {@code fault}; idempotent, and tried to the end even if parts of it fail. */
  void lift(String id, Fault fault);

  /**
   * Looks whether {@code fault} is there, or gone, as {@code moment} demands: nonces for links,
   * process identities for kills and pauses. A tool's own word is no evidence.
   */
  Evidence look(String id, Fault fault, Evidence.Moment moment);

  /** Lifts everything still in force. Called at the end of a run, however it ends. */
  void healAll();
}
