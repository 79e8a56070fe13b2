package io.quorate.cluster.hosts;

import io.quorate.cluster.Address;
import io.quorate.cluster.Port;
import io.quorate.cluster.ssh.ClientKey;
import io.quorate.cluster.ssh.HostKey;
import io.quorate.cluster.ssh.SshTarget;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A host as its owner describes it.
 *
 * @param name the node's name: {@code n1}
 * @param ssh where its SSH server listens
 * @param user who logs in
 * @param keyFile private key without passphrase
 * @param hostKey how the host proves itself: a file {@code known_hosts} or a fingerprint
 * @param sudo whether the user may run {@code sudo} without a password; faults that need root are
 *     refused where not
 * @param workDir absolute directory on the host, the toolkit's alone
 * @param javaHome where Java lies; looked for when absent
 * @param firstPort the first of three ports, one after another, on which the node listens: for
 *     peers and clients at {@code ssh.host()}, for control at its loopback
 */
public record HostSpec(
    String name,
    Address ssh,
    String user,
    Path keyFile,
    HostKey hostKey,
    boolean sudo,
    String workDir,
    Optional<String> javaHome,
    int firstPort) {
  /** Refuses a working directory that is not absolute, or is the root. */
  public HostSpec {
    if (!workDir.startsWith("/") || workDir.equals("/")) {
      throw new IllegalArgumentException(
          name + ": the working directory is an absolute path below the root, got " + workDir);
    }
    if (!name.matches("n[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("a node is named n1, n2, ..., got " + name);
    }
  }

  /** How to log in to it. */
  public SshTarget target() {
    return new SshTarget(name, ssh, user, new ClientKey.File(keyFile), hostKey);
  }

  /** Where a node on it listens. */
  SortedMap<Port, Address> listens() {
    SortedMap<Port, Address> listens = new TreeMap<>();
    listens.put(Port.PEER, new Address(ssh.host(), firstPort));
    listens.put(Port.CLIENT, new Address(ssh.host(), firstPort + 1));
    listens.put(Port.CONTROL, new Address("127.0.0.1", firstPort + 2));
    return listens;
  }
}
