package io.quorate.raft.shell.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.MalformedFrameException;
import io.quorate.raft.shell.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose every connection is TLS: without a certificate nobody votes or writes. */
class TlsEndToEndTest {
  private static final String SECRET = "a secret of the whole cluster";

  @TempDir static Path certificates;

  private static Certificates all;
  private static SocketFactory member;

  @TempDir Path directory;

  @BeforeAll
  static void makeCertificates() throws Exception {
    all = Certificates.ofACluster(certificates);
    member = all.client("n1", "ca").getSocketFactory();
  }

  @Test
  void threeServersServeWhoShowsACertificateAndNobodyElse() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 3, member)) {
      for (String node : servers.nodes()) {
        servers.start(node, flags(node, "ca"));
      }
      assertThat(servers.untilDone(new ClientRequest.Write(1, "x", "i:1")))
          .isEqualTo(new ClientResponse.Ok(1));

      String leader = servers.leader();
      ClientRequest.Write theirs = new ClientRequest.Write(2, "x", "i:2");
      for (SocketFactory stranger : strangers()) {
        assertThat(servers.ask(stranger, leader, theirs)).isNull();
      }

      assertThatThrownBy(() -> servers.ask(SocketFactory.getDefault(), leader, theirs))
          .as("an alert of TLS is no frame")
          .isInstanceOf(MalformedFrameException.class);

      servers.kill(leader);
      assertThat(servers.untilDone(new ClientRequest.Read(3, "x")))
          .isEqualTo(new ClientResponse.Value(3, "i:1"));
      servers.start(leader, flags(leader, "ca"));
      servers.kill(servers.leader());
      assertThat(servers.untilDone(new ClientRequest.Write(4, "x", "i:4")))
          .isEqualTo(new ClientResponse.Ok(4));
    }
  }

  @Test
  void aServerOfAnotherAuthorityIsNeverHeard() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 3, member)) {
      servers.start("n3", flags("stranger", "other-ca"));
      servers.start("n1", flags("n1", "ca"));
      servers.start("n2", flags("n2", "ca"));

      assertThat(servers.untilDone(new ClientRequest.Write(1, "x", "i:1")))
          .isEqualTo(new ClientResponse.Ok(1));

      SocketFactory other = all.client("stranger", "other-ca").getSocketFactory();
      assertThat(servers.ask(other, "n3", new ClientRequest.Status(2)))
          .isInstanceOfSatisfying(
              ClientResponse.Status.class, stranger -> assertThat(stranger.commit()).isZero());
      assertThat(Files.readString(directory.resolve("n1.log")))
          .contains("event=peer-lost peer=n3 reason=\"TLS handshake failed: ")
          .contains("event=stranger-left reason=\"TLS handshake failed: ");
    }
  }

  @Test
  void theSecretIsAskedForInsideTls() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 2, member)) {
      Path secret = Files.writeString(directory.resolve("secret"), SECRET);
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
      for (String node : servers.nodes()) {
        servers.start(node, flags(node, "ca", "--secret", secret.toString()));
      }

      assertThat(
              servers.untilDone(
                  node -> servers.greeted(node, SECRET, new ClientRequest.Write(1, "x", "i:1"))))
          .isEqualTo(new ClientResponse.Ok(1));
      assertThat(servers.greeted("n1", "another secret altogether", new ClientRequest.Status(1)))
          .isEqualTo(new ClientResponse.Refused(0, "wrong secret"));
    }
  }

  private static List<SocketFactory> strangers() throws Exception {
    return List.of(
        all.client("", "ca").getSocketFactory(),
        all.client("stranger", "ca").getSocketFactory(),
        all.clientThatAlwaysShows("stranger", "ca").getSocketFactory());
  }

  private static String[] flags(String name, String authority, String... more) throws Exception {
    List<String> flags = new ArrayList<>(all.flags(name, authority));
    flags.addAll(List.of(more));
    return flags.toArray(new String[0]);
  }
}
