package io.quorate.workload;

/** Which node a client worker speaks to. */
public enum Routing {
  /** Only the node it lives beside: shows what each node itself answers. */
  PINNED,
  /** The node it lives beside first, then wherever redirects lead: keeps the load up. */
  LEADER,
  /** Half of the workers beside each node so, half so. */
  BOTH;

  /** Whether worker {@code number} follows redirects, {@code nodes} nodes being served. */
  public boolean followsLeader(int number, int nodes) {
    return switch (this) {
      case PINNED -> false;
      case LEADER -> true;
      case BOTH -> (number + (nodes % 2 == 0 ? number / nodes : 0)) % 2 == 1;
    };
  }
}
