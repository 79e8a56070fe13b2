package io.quorate.raft.shell.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.Command;
import io.quorate.raft.LogEntry;
import io.quorate.raft.protocol.FrameReader;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.PeerFrames;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real peer that accepts a connection and does not read, as behind a link that is cut. */
@Timeout(60)
class StalledPeerEndToEndTest {
  /** The queue also holds the message of which a part was sent. */
  private static final int NEWEST = NetLimits.PEER_QUEUE_MESSAGES - 1;

  private final NetFixture fixture = new NetFixture();

  @Test
  void sendingToAStalledPeerNeverWaitsAndTheNewestArriveWhenItReads() throws IOException {
    int messages = 3_000;
    try (ServerSocket peer = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        SocketNetwork network = open(peer.getLocalPort())) {
      try (Socket stalled = connectAndAccept(network, peer)) {
        for (int round = 1; round <= messages; round++) {
          network.send("n2", append(round));
          network.flush();
        }

        List<PeerMessage> received = readUntil(stalled, network, messages);

        assertThat(received.size()).isLessThan(messages);
        assertThat(received.subList(received.size() - NEWEST, received.size()))
            .as("the newest, without a gap")
            .extracting(message -> ((PeerMessage.AppendRequest) message).round())
            .containsExactlyElementsOf(newest(messages));
      }
    }
  }

  @Test
  void aPeerAskedAndSilentIsDialledAnew() throws IOException {
    try (ServerSocket peer = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        SocketNetwork network = open(peer.getLocalPort())) {
      try (Socket first = connectAndAccept(network, peer)) {
        network.send("n2", append(1));
        network.flush();
        fixture.now.addAndGet(NetLimits.FIRST_SILENCE_NANOS);
        network.poll(0);
        fixture.now.addAndGet(NetLimits.LAST_BACK_OFF_NANOS);

        try (Socket second = connectAndAccept(network, peer)) {
          assertThat(second.isConnected()).isTrue();
        }
        assertThat(first.isConnected()).isTrue();
        assertThat(fixture.log).contains("asked, and not a word");
      }
    }
  }

  @Test
  void aPeerThatIsNotAskedMayBeSilentForEver() throws IOException {
    try (ServerSocket peer = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        SocketNetwork network = open(peer.getLocalPort())) {
      try (Socket only = connectAndAccept(network, peer)) {
        network.send("n2", new PeerMessage.AppendResponse(1, true, 1, 0, 0, 1));
        network.flush();
        fixture.now.addAndGet(100 * NetLimits.LAST_SILENCE_NANOS);
        network.poll(0);

        assertThat(only.isConnected()).isTrue();
        assertThat(fixture.log).doesNotContain("peer-lost");
      }
    }
  }

  private static List<Long> newest(int messages) {
    List<Long> rounds = new ArrayList<>();
    for (long r = messages - NEWEST + 1L; r <= messages; r++) {
      rounds.add(r);
    }
    return rounds;
  }

  /** 20 kB each, so that few fit into what the system holds. */
  private static PeerMessage append(long round) {
    LogEntry entry = new LogEntry(1, round, new Command.Write("x", "v".repeat(20_000)));
    return new PeerMessage.AppendRequest(1, round - 1, 1, List.of(entry), 0, round);
  }

  private Socket connectAndAccept(SocketNetwork network, ServerSocket peer) throws IOException {
    peer.setSoTimeout(5_000);
    network.poll(0);
    Socket accepted = peer.accept();
    network.poll(1_000_000_000L);
    byte[] hello = HelloFrames.encode(Hello.peer("test", "n1", "n2"));
    assertThat(accepted.getInputStream().readNBytes(hello.length)).isEqualTo(hello);
    return accepted;
  }

  private static List<PeerMessage> readUntil(Socket from, SocketNetwork network, long lastRound)
      throws IOException {
    FrameReader frames = new FrameReader(Wire.PEER_FRAME_LIMIT);
    List<PeerMessage> received = new ArrayList<>();
    InputStream in = from.getInputStream();
    byte[] chunk = new byte[64 << 10];
    while (received.isEmpty()
        || ((PeerMessage.AppendRequest) received.getLast()).round() < lastRound) {
      network.poll(0);
      network.flush();
      if (in.available() > 0) {
        frames.feed(ByteBuffer.wrap(chunk, 0, in.read(chunk)));
        for (byte[] f = frames.next(); f != null; f = frames.next()) {
          received.add(PeerFrames.decode(f));
        }
      }
    }
    return received;
  }

  private SocketNetwork open(int peerPort) throws IOException {
    return fixture.open(peerPort, null);
  }
}
