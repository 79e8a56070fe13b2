package io.quorate.cluster.deploy;

import io.quorate.cluster.Site;
import io.quorate.cluster.process.DaemonSpec;
import java.util.List;

/**
 * A system under test as it is deployed: one process a node.
 *
 * <p>Everything it does to a host goes through {@link Site#remote}. Nodes are installed at the same
 * time by several threads.
 */
public interface Database {
  /** The name for people: {@code raft}. */
  String name();

  /** Puts programs and settings of {@code site}'s node onto its host; idempotent. */
  void install(Site site);

  /** Says how the process of {@code site}'s node is run. */
  DaemonSpec daemon(Site site);

  /** Deletes what the node has stored, so that its next start is its first. */
  void wipe(Site site);

  /** Absolute paths on the host of the files worth keeping; those that are missing are skipped. */
  List<String> logs(Site site);
}
