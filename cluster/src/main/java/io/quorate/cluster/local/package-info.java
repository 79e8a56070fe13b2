/**
 * The world that needs nothing but Java: every node is a directory with an embedded SSH server
 * before it, and links run through proxies. The only place that knows Apache MINA SSHD.
 *
 * <p>It must never do to a node what cannot be done to a virtual machine over SSH: after its
 * servers are up, everything goes through {@link io.quorate.cluster.Remote}.
 *
 * <p>Start reading at {@link io.quorate.cluster.local.LocalWorld}.
 */
@NullMarked
package io.quorate.cluster.local;

import org.jspecify.annotations.NullMarked;
