package io.quorate.nemesis.roles;

import io.quorate.nemesis.Fault;
import java.util.List;

/** What became of a fault written by role. */
public sealed interface Resolution {
  /**
   * The fault by name.
   *
   * @param struck the nodes it is about: those cut off, killed, paused, slowed
   */
  record Resolved(Fault fault, List<String> struck) implements Resolution {
    /** Keeps its own copy. */
    public Resolved {
      struck = List.copyOf(struck);
    }
  }

  /** Nobody has the role just now. */
  record Nobody(String role) implements Resolution {}
}
