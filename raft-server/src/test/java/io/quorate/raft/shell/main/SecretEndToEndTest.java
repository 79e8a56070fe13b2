package io.quorate.raft.shell.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with a secret: a stranger can neither vote nor write. */
class SecretEndToEndTest {
  private static final String TEXT = "a secret of the whole cluster";

  @TempDir Path directory;

  @Test
  void whoKnowsTheSecretIsServedAndWhoDoesNotIsRefusedWithTheReason() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 3)) {
      String right = file("right", TEXT, "rw-------");
      for (String node : servers.nodes()) {
        servers.start(node, "--secret", right);
      }

      ClientResponse written = untilDone(servers, TEXT);
      assertThat(written).isEqualTo(new ClientResponse.Ok(1));
      assertThat(servers.greeted("n1", TEXT + "?", new ClientRequest.Status(1)))
          .isEqualTo(new ClientResponse.Refused(0, "wrong secret"));
      assertThat(servers.greeted("n1", null, new ClientRequest.Status(1)))
          .isEqualTo(new ClientResponse.Refused(0, "this cluster has a secret"));
    }
  }

  @Test
  void aServerWithAnotherSecretIsNeverHeard() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 3)) {
      String right = file("right", TEXT, "rw-------");
      String wrong = file("wrong", "another secret altogether", "rw-------");
      servers.start("n3", "--secret", wrong);
      servers.start("n1", "--secret", right);
      servers.start("n2", "--secret", right);

      assertThat(untilDone(servers, TEXT)).isEqualTo(new ClientResponse.Ok(1));

      assertThat(servers.greeted("n3", "another secret altogether", new ClientRequest.Status(2)))
          .isInstanceOfSatisfying(
              ClientResponse.Status.class, stranger -> assertThat(stranger.commit()).isZero());
      assertThat(Files.readString(directory.resolve("n3.log"))).contains("wrong secret");
    }
  }

  @Test
  void aSecretThatOthersCanReadIsRefused() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 1)) {
      String open = file("open", TEXT, "rw-r--r--");
      ServerFixture.Ended ended = servers.runToEnd(servers.flags("n1", "--secret", open));

      assertThat(ended.exitCode()).isEqualTo(254);
      assertThat(ended.log().lines()).hasSize(1).first().asString().contains("chmod 600");
    }
  }

  private static ClientResponse untilDone(ServerFixture servers, String secret) throws IOException {
    return servers.untilDone(
        node -> servers.greeted(node, secret, new ClientRequest.Write(1, "x", "i:1")));
  }

  private String file(String name, String text, String permissions) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file.toString();
  }
}
