package io.quorate.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.cluster.Address;
import io.quorate.cluster.hosts.HostSpec;
import io.quorate.cluster.ssh.HostKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of hosts is read strictly: a host that cannot prove itself is no host. */
class HostsReaderTest {
  private static final Path HERE = Path.of("/plans");

  @Test
  void whatIsNotSaidOfAHostHasItsDefault() {
    List<HostSpec> hosts =
        read(
            """
            hosts:
              - address: 192.168.1.21
                user: quorate
                key: id
                host-key: SHA256:abc
            """);

    assertThat(hosts)
        .containsExactly(
            new HostSpec(
                "n1",
                new Address("192.168.1.21", 22),
                "quorate",
                Path.of("/plans/id"),
                new HostKey.Fingerprint("SHA256:abc"),
                false,
                "/tmp/quorate",
                Optional.empty(),
                7400));
  }

  @Test
  void everyKeyIsUnderstoodAndHostsAreNumberedInTheirOrder() {
    List<HostSpec> hosts =
        read(
            """
            hosts:
              - {address: a, user: u, key: k, host-key: SHA256:x}
              - address: b
                port: 2222
                user: root
                key: ~/.ssh/id
                known-hosts: /etc/known
                sudo: true
                directory: /srv/q
                java-home: /opt/jdk
                first-port: 9000
            """);

    assertThat(hosts.getFirst().name()).isEqualTo("n1");
    assertThat(hosts.getLast())
        .isEqualTo(
            new HostSpec(
                "n2",
                new Address("b", 2222),
                "root",
                Path.of(System.getProperty("user.home"), ".ssh/id"),
                new HostKey.KnownHosts(Path.of("/etc/known")),
                true,
                "/srv/q",
                Optional.of("/opt/jdk"),
                9000));
  }

  @Test
  void aFingerprintIsBelievedBeforeAFileOfKnownHosts() {
    HostSpec host = read(host("host-key: SHA256:x, known-hosts: known")).getFirst();

    assertThat(host.hostKey()).isEqualTo(new HostKey.Fingerprint("SHA256:x"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          hosts: [] | line 1, column 1: at least one host is needed
          {} | line 1, column 1: the key "hosts" is missing
          host: [] | line 1, column 1: unknown key "host", did you mean "hosts"? (known here: hosts)
          hosts: n1 | line 1, column 8: a list is needed here, got "n1"
          hosts: [{user: u}] | line 1, column 9: the key "address" is missing
          hosts: [{address: a}] | line 1, column 9: the key "user" is missing
          hosts: [{address: a, user: u}] | line 1, column 9: the key "key" is missing
          hosts: [{address: a, user: u, key: k}] | line 1, column 9: a host proves itself by \
          host-key (a fingerprint, SHA256:...) or known-hosts (a file); one of them is missing
          hosts: [{address: a, port: 0}] | line 1, column 28: a whole number from 1 to 65535 is \
          needed here, got "0"
          hosts: [{address: a, first-port: 65533}] | line 1, column 34: a whole number from 1 to \
          65532 is needed here, got "65533"
          hosts: [{address: a, user: u, key: k, host-key: SHA256:x, sudo: yes}] | line 1, column \
          65: true or false is needed here, got "yes"
          """)
  void aHostThatIsNotUnderstoodIsToldWhereAndWhy(String text, String sentence) {
    assertThatThrownBy(() -> read(text)).hasMessage("hosts.yaml " + sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          host-key: MD5:00 | line 1, column 9: a host key's fingerprint looks like SHA256:abc..., \
          got MD5:00
          host-key: SHA256:x, directory: work | line 1, column 9: n1: the working directory is an \
          absolute path below the root, got work
          host-key: SHA256:x, directory: / | line 1, column 9: n1: the working directory is an \
          absolute path below the root, got /
          """)
  void whatAHostItselfRefusesIsToldWithItsPlaceToo(String said, String sentence) {
    assertThatThrownBy(() -> read(host(said))).hasMessage("hosts.yaml " + sentence);
  }

  @Test
  void moreHostsThanAPlanMayHaveAreRefused() {
    String many = "hosts: [" + "{address: a}, ".repeat(Plan.MAX_NODES + 1) + "]";

    assertThatThrownBy(() -> read(many))
        .hasMessage("hosts.yaml line 1, column 8: at most 25 items are read, got 26");
  }

  private static String host(String more) {
    return "hosts: [{address: a, user: u, key: k, " + more + "}]";
  }

  private static List<HostSpec> read(String text) {
    return HostsReader.read("hosts.yaml", text, HERE);
  }
}
