package io.quorate.cluster.hosts;

import io.quorate.cluster.Address;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ssh.ClientKey;
import io.quorate.cluster.ssh.HostKey;
import io.quorate.cluster.ssh.SshTarget;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** A host as a ledger remembers it: enough to log in again, paths only, never a secret. */
final class HostFacts {
  static final String REACH = "reach";
  static final String LOCAL = "local";
  private static final String SSH = "ssh";

  private HostFacts() {}

  static SortedMap<String, String> of(HostSpec host) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(REACH, SSH);
    facts.put("address", host.ssh().host());
    facts.put("port", Integer.toString(host.ssh().port()));
    facts.put("user", host.user());
    facts.put("keyFile", host.keyFile().toAbsolutePath().toString());
    switch (host.hostKey()) {
      case HostKey.KnownHosts known ->
          facts.put("knownHosts", known.file().toAbsolutePath().toString());
      case HostKey.Lines lines -> facts.put("hostKeyLines", lines.text());
      case HostKey.Fingerprint pin -> facts.put("fingerprint", pin.sha256());
    }
    return facts;
  }

  static SshTarget target(Act host) {
    return new SshTarget(
        host.place(),
        new Address(host.fact("address"), Integer.parseInt(host.fact("port"))),
        host.fact("user"),
        new ClientKey.File(Path.of(host.fact("keyFile"))),
        hostKey(host));
  }

  private static HostKey hostKey(Act host) {
    if (!host.fact("knownHosts").isEmpty()) {
      return new HostKey.KnownHosts(Path.of(host.fact("knownHosts")));
    }
    if (!host.fact("fingerprint").isEmpty()) {
      return new HostKey.Fingerprint(host.fact("fingerprint"));
    }
    return new HostKey.Lines(host.fact("hostKeyLines"));
  }
}
