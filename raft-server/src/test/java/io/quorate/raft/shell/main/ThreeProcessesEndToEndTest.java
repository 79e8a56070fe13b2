package io.quorate.raft.shell.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeProcessesEndToEndTest {
  @TempDir Path directory;

  @Test
  void whatWasAcknowledgedOutlivesTheKilledLeaderAndItsRestart() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 3)) {
      for (String node : servers.nodes()) {
        assertThat(servers.start(node)).startsWith("ready node=" + node + " listen=127.0.0.1:");
      }
      assertThat(servers.untilDone(new ClientRequest.Write(1, "x", "i:1")))
          .isEqualTo(new ClientResponse.Ok(1));
      assertThat(servers.untilDone(new ClientRequest.CompareAndSet(2, "x", "i:1", "i:2")))
          .isEqualTo(new ClientResponse.Ok(2));
      assertThat(servers.untilDone(new ClientRequest.CompareAndSet(3, "x", "i:1", "i:3")))
          .isEqualTo(new ClientResponse.No(3));

      String leader = servers.leader();
      servers.kill(leader);

      assertThat(servers.untilDone(new ClientRequest.Read(4, "x")))
          .isEqualTo(new ClientResponse.Value(4, "i:2"));
      assertThat(servers.untilDone(new ClientRequest.Write(5, "y", "s:after")))
          .isEqualTo(new ClientResponse.Ok(5));

      servers.start(leader);
      String other = servers.leader();
      servers.kill(other.equals("n1") ? "n2" : "n1");

      assertThat(servers.untilDone(new ClientRequest.Read(6, "y")))
          .isEqualTo(new ClientResponse.Value(6, "s:after"));
      assertThat(Files.readString(directory.resolve(leader).resolve("trace.jsonl")))
          .contains("\"boot\":0", "\"boot\":1", "\"kind\":\"role\"");
    }
  }

  @Test
  void aLeaderToldToEndHandsOverFirst() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 3)) {
      for (String node : servers.nodes()) {
        servers.start(node);
      }
      servers.untilDone(new ClientRequest.Write(1, "x", "i:1"));
      String leader = servers.leader();

      int exitCode = servers.terminate(leader);

      assertThat(exitCode).as("SIGTERM").isEqualTo(143);
      assertThat(Files.readString(directory.resolve(leader + ".log")))
          .contains("event=stopped reason=\"told to\"");
      assertThat(Files.readString(directory.resolve(leader).resolve("trace.jsonl")))
          .contains("\"phase\":\"told\"");
      assertThat(servers.untilDone(new ClientRequest.Read(2, "x")))
          .isEqualTo(new ClientResponse.Value(2, "i:1"));
    }
  }

  @Test
  void aLeaderHandsOverToWhomAnOperatorNames() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 2)) {
      for (String node : servers.nodes()) {
        servers.start(node);
      }
      servers.untilDone(new ClientRequest.Write(1, "x", "i:1"));
      String leader = servers.leader();
      String heir = leader.equals("n1") ? "n2" : "n1";

      assertThat(servers.ask(leader, new ClientRequest.TransferLeadership(2, heir)))
          .isEqualTo(new ClientResponse.Ok(2));

      assertThat(servers.leader()).isEqualTo(heir);
    }
  }

  @Test
  void aNewcomerTakesThePlaceOfTheLeader() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 4)) {
      for (String node : List.of("n1", "n2", "n3")) {
        servers.start(node, "--voters", "n1,n2,n3");
      }
      servers.start("n4", "--join");
      servers.untilDone(new ClientRequest.Write(1, "x", "i:1"));
      String leader = servers.leader();
      List<String> voters = new ArrayList<>(List.of("n1", "n2", "n3", "n4"));
      voters.remove(leader);

      assertThat(servers.untilDone(new ClientRequest.Reconfigure(2, voters, List.of())))
          .isEqualTo(new ClientResponse.Ok(2));
      servers.kill(leader);
      servers.kill(voters.getFirst().equals("n4") ? "n3" : voters.getFirst());

      assertThat(servers.untilDone(new ClientRequest.Read(3, "x")))
          .isEqualTo(new ClientResponse.Value(3, "i:1"));
      assertThat(servers.untilDone(new ClientRequest.Write(4, "x", "i:2")))
          .isEqualTo(new ClientResponse.Ok(4));
    }
  }

  /** Without lossy storage a killed process loses nothing that it wrote, synced or not. */
  @Test
  void withLossyStorageAKilledServerKeepsWhatItAcknowledgedUnlessItLied() throws Exception {
    for (String bug : List.of("", "B15")) {
      Path folder = Files.createDirectory(directory.resolve("as" + bug));
      try (ServerFixture servers = new ServerFixture(folder, 1)) {
        List<String> flags = new ArrayList<>(List.of("--storage", "lossy:500ms"));
        flags.addAll(List.of("--election-timeout", "900ms"));
        if (!bug.isEmpty()) {
          flags.addAll(List.of("--bug", bug, "--allow-bugs"));
        }
        String[] more = flags.toArray(new String[0]);
        servers.start("n1", more);
        servers.leader();
        servers.untilDone(new ClientRequest.Write(1, "x", "i:1"));
        servers.kill("n1");
        servers.start("n1", more);

        ClientResponse read = servers.untilDone(new ClientRequest.Read(2, "x"));

        assertThat(read).isEqualTo(new ClientResponse.Value(2, bug.isEmpty() ? "i:1" : null));
      }
    }
  }

  @Test
  void aNonceSentToAllPeersIsInEveryPeersAccount() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 3)) {
      for (String node : servers.nodes()) {
        servers.start(node);
      }
      servers.untilDone(new ClientRequest.Write(1, "x", "i:1"));

      assertThat(servers.ask("n1", new ClientRequest.ProbePeers(7, 4711)))
          .isEqualTo(new ClientResponse.Ok(7));
      servers.untilDone(new ClientRequest.Write(2, "x", "i:2"));

      for (String node : List.of("n2", "n3")) {
        assertThat(servers.ask(node, new ClientRequest.ProbeAccount(8)))
            .isInstanceOfSatisfying(
                ClientResponse.ProbeAccount.class,
                account ->
                    assertThat(account.arrivals())
                        .contains(new ClientResponse.Arrival("n1", 4711)));
      }
    }
  }

  @Test
  void aStrangerIsRefusedWithTheReasonAndNobodyElseIsHurt() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 1)) {
      String ready = servers.start("n1");
      int port = Integer.parseInt(ready.replaceAll(".*:(\\d+) .*", "$1"));
      servers.untilDone(new ClientRequest.Write(1, "x", "i:1"));

      assertThat(saying(port, HelloFrames.encode(Hello.client("another-run", "c1"))))
          .isEqualTo(new ClientResponse.Refused(0, "this is cluster fixture"));
      assertThat(saying(port, HelloFrames.encode(Hello.peer("fixture", "n9", "n1"))))
          .isEqualTo(new ClientResponse.Refused(0, "no peer is called so"));
      assertThat(saying(port, "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(ClientResponse.Refused.class);

      assertThat(servers.untilDone(new ClientRequest.Read(2, "x")))
          .isEqualTo(new ClientResponse.Value(2, "i:1"));
    }
  }

  @Test
  void aSeededBugNeedsPermissionAndIsThenSaidEverywhere() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 1)) {
      ServerFixture.Ended refused = servers.runToEnd(servers.flags("n1", "--bug", "B07"));

      assertThat(refused.exitCode()).isEqualTo(254);
      assertThat(refused.log().lines()).hasSize(1).first().asString().contains("--allow-bugs");

      servers.start("n1", "--bug", "B07", "--allow-bugs");
      servers.untilDone(new ClientRequest.Write(1, "x", "i:1"));

      assertThat(servers.ask("n1", new ClientRequest.Status(2)))
          .isInstanceOfSatisfying(
              ClientResponse.Status.class, s -> assertThat(s.bugs()).containsExactly("B07"));
      assertThat(Files.readString(directory.resolve("n1.log"))).contains("event=seeded-bug id=B07");
      assertThat(Files.readString(directory.resolve("n1/trace.jsonl")))
          .contains("\"bugs\":\"B07\"");
    }
  }

  @Test
  void twoProcessesNeverShareADataDirectory() throws Exception {
    try (ServerFixture servers = new ServerFixture(directory, 1)) {
      servers.start("n1");

      ServerFixture.Ended second = servers.runToEnd(servers.flags("n1", "--listen", "127.0.0.1:0"));

      assertThat(second.exitCode()).isEqualTo(71);
      assertThat(second.log()).contains("another process uses the data directory");
    }
  }

  private static ClientResponse saying(int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(bytes);
      ClientResponse answer = ServerFixture.answer(socket.getInputStream());
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      return answer == null ? new ClientResponse.Ok(-1) : answer;
    }
  }
}
