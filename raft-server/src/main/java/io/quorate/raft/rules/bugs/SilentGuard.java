package io.quorate.raft.rules.bugs;

import io.quorate.raft.rules.Guard;

/** Goes on when a law is broken, so that the bug can be seen from outside. */
final class SilentGuard implements Guard {
  @Override
  public void require(boolean holds, String law) {}
}
