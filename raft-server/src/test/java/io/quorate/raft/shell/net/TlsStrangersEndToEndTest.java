package io.quorate.raft.shell.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.port.Event;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.shell.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever cannot show a certificate loses the own connection; a member's stays as it is. */
@Timeout(60)
class TlsStrangersEndToEndTest {
  private static final byte[] HELLO = HelloFrames.encode(Hello.client("test", "c1"));

  private static final long PATIENCE_NANOS = 30_000_000_000L;

  @TempDir static Path directory;

  private static Certificates all;

  private final NetFixture fixture = new NetFixture();
  private ServerSocket peer;
  private SocketNetwork network;
  private Socket member;
  private long asked;

  @BeforeAll
  static void makeCertificates() throws Exception {
    all = Certificates.ofACluster(directory);
  }

  @BeforeEach
  void open() throws Exception {
    peer = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    network = fixture.open(peer.getLocalPort(), all.tls("n1", "ca"));
    member = dial(all.client("n2", "ca"));
    say(member, HELLO);
    memberIsServed();
  }

  @AfterEach
  void close() throws IOException {
    member.close();
    network.close();
    peer.close();
  }

  @Test
  void aClientWithoutACertificate() throws Exception {
    isRefused(dial(all.client("", "ca")), HELLO, "Empty client certificate chain");
  }

  @Test
  void aClientOfAnotherAuthority() throws Exception {
    SSLContext stubborn = all.clientThatAlwaysShows("stranger", "ca");

    isRefused(dial(stubborn), HELLO, "does not lead to an authority of --tls-ca");
  }

  @Test
  void aClientThatSpeaksPlainText() throws Exception {
    isRefused(dialPlain(), HELLO, "TLS handshake failed: ");
  }

  @Test
  void aClientThatSpeaksAnOlderTls() throws Exception {
    javax.net.ssl.SSLSocket older = (javax.net.ssl.SSLSocket) dial(all.client("n2", "ca"));
    older.setEnabledProtocols(new String[] {"TLSv1.2"});

    isRefused(older, HELLO, "TLS handshake failed: ");
  }

  @Test
  void garbageInsideTheHandshake() throws Exception {
    byte[] bytes =
        "\u0016\u0003\u0003\u0000\u0010garbage, garbage".getBytes(StandardCharsets.ISO_8859_1);

    isRefused(dialPlain(), bytes, "TLS handshake failed: ");
  }

  @Test
  void aHandshakeThatIsLeftHalfOpen() throws Exception {
    try (Socket silent = dialPlain()) {
      say(silent, new byte[] {22, 3, 1});
      network.poll(0);
      fixture.now.addAndGet(NetLimits.HELLO_NANOS);
      network.poll(0);

      assertThat(silent.getInputStream().readAllBytes()).as("an alert").startsWith(21, 3, 3);
      assertThat(strangers()).containsExactly("stranger-left reason=\"no TLS handshake in time\"");
      assertThat(network.refusals()).containsEntry(Refusal.TLS, 1L);
      memberIsServed();
    }
  }

  @Test
  void aPeerThatNeverShakesHandsIsDialledAnew() throws Exception {
    peer.setSoTimeout(5_000);
    try (Socket first = peer.accept()) {
      fixture.now.addAndGet(NetLimits.HANDSHAKE_NANOS);
      network.poll(0);
      fixture.now.addAndGet(NetLimits.LAST_BACK_OFF_NANOS);
      network.poll(0);

      try (Socket second = peer.accept()) {
        assertThat(second.isConnected()).isTrue();
      }
      assertThat(first.isConnected()).isTrue();
      assertThat(fixture.log)
          .contains("event=peer-lost peer=n2 reason=\"no TLS handshake in time\"");
      memberIsServed();
    }
  }

  private void isRefused(Socket stranger, byte[] saying, String why) throws Exception {
    try (stranger) {
      CompletableFuture<Boolean> gone =
          CompletableFuture.supplyAsync(() -> saysAndSeesTheEnd(stranger, saying));
      pollUntil(gone::isDone);

      assertThat(gone.join()).as("its connection is closed").isTrue();
      assertThat(strangers()).singleElement().asString().contains(why);
      assertThat(network.refusals()).containsEntry(Refusal.TLS, 1L);
      memberIsServed();
    }
  }

  /** Under TLS 1.3 who is not taken hears of it when it reads. */
  private static boolean saysAndSeesTheEnd(Socket stranger, byte[] saying) {
    try {
      stranger.setSoTimeout(20_000);
      stranger.getOutputStream().write(saying);
      stranger.getInputStream().readAllBytes();
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void memberIsServed() throws IOException {
    Event expected = new Event.FromClient(1, new ClientRequest.Status(++asked));
    say(member, RequestFrames.encode(new ClientRequest.Status(asked)));
    pollUntil(() -> fixture.events.contains(expected));
  }

  /** Writing is done by another thread, since a handshake needs both sides. */
  private void say(Socket socket, byte[] bytes) throws IOException {
    CompletableFuture<Void> said =
        CompletableFuture.runAsync(() -> {
          try {
            socket.getOutputStream().write(bytes);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    pollUntil(said::isDone);
    said.join();
  }

  private void pollUntil(BooleanSupplier done) throws IOException {
    long start = System.nanoTime();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as("ns of waiting").isLessThan(PATIENCE_NANOS);
      network.poll(1_000_000);
      network.flush();
    }
  }

  private java.util.List<String> strangers() {
    return fixture
        .log
        .toString()
        .lines()
        .filter(line -> line.contains("stranger-left"))
        .map(line -> line.replaceAll(".*event=", ""))
        .toList();
  }

  private Socket dial(SSLContext context) throws IOException {
    return context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port());
  }

  private Socket dialPlain() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port());
  }

  private int port() {
    return network.bound().getFirst().getPort();
  }
}
