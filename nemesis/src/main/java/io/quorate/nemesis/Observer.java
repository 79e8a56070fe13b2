package io.quorate.nemesis;

import java.util.List;

/** Port to the control path: asks every node what it believes it is. Never cut by a fault. */
public interface Observer {
  /** Returns one view a node, in the order of the nodes; a node that is silent says so. */
  List<NodeView> observe();
}
