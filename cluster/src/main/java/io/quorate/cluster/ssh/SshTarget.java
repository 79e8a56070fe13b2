package io.quorate.cluster.ssh;

import io.quorate.cluster.Address;

/**
 * Where a node's host answers, and how both sides prove who they are.
 *
 * @param node the node's name
 * @param address where its SSH server listens
 * @param user who logs in
 * @param clientKey how the toolkit proves itself
 * @param hostKey how the host proves itself
 */
public record SshTarget(
    String node, Address address, String user, ClientKey clientKey, HostKey hostKey) {}
