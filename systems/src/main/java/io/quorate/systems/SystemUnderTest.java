package io.quorate.systems;

import io.quorate.cluster.World;
import io.quorate.cluster.deploy.Database;
import io.quorate.workload.ClientSession;
import java.util.List;

/**
 * A replicated service the toolkit can deploy, start, observe and talk to.
 *
 * <p>How it is deployed stands in {@link Database}: its name is that of the catalogue ({@code
 * raft}, {@code raft:B07}). It is ready when every node answers the control path and one leads.
 */
public interface SystemUnderTest extends Database {
  /** Returns the ids of the bugs it has on purpose, empty for a correct one. */
  List<String> bugs();

  /**
   * Opens the way to observe and probe its nodes. Nothing need run yet; what is not there is
   * silent.
   */
  ControlPath control(World world);

  /** Returns a fresh client at {@code place}. It is pure: the caller moves its bytes. */
  ClientSession session(ClientPlace place);

  /** Returns how the bytes of a client's connection fall into frames. */
  Framing framing();
}
