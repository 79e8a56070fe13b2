package io.quorate.cluster.fault;

import io.quorate.history.Evidence;
import io.quorate.history.Link;
import java.util.List;

/**
 * Port to a system that can send a nonce along a link and read the receiver's account of it.
 *
 * <p>A nonce goes over the same listener, address and port as the sender's ordinary traffic; sender
 * and receiver are asked over the control path, which is never cut.
 */
@FunctionalInterface
public interface Prober {
  /**
   * Sends one nonce along each of {@code links} and waits, for a bounded time, until all arrived.
   *
   * @return at most one probe for each link; links it cannot probe are left out, and what is left
   *     out proves nothing
   */
  List<Evidence.Probe> probe(List<Link> links);
}
