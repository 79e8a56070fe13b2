package io.quorate.cluster.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.cluster.Address;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import io.quorate.history.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes: n1 dials n2 and n2 dials n1, both real sockets. */
class LinkProxiesTest {
  private static final Link THERE = new Link("n1", "n2");
  private static final Link BACK = new Link("n2", "n1");
  private static final int PATIENCE_MILLIS = 10_000;

  /** Long enough for a byte on the loopback, short enough to be waited for in vain. */
  private static final int SILENCE_MILLIS = 150;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private ServerSocket first;
  private ServerSocket second;
  private LinkProxies proxies;

  @BeforeEach
  void open() throws IOException {
    first = listener();
    second = listener();
    proxies = open(Hearing.SOUND);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @Test
  void bytesPassBothWaysAndAreCounted() throws Exception {
    Pair pair = dial(THERE);

    pair.dialler.send("question");
    assertThat(pair.dialled.receive(8)).isEqualTo("question");
    pair.dialled.send("answer");
    assertThat(pair.dialler.receive(6)).isEqualTo("answer");

    assertThat(proxies.traffic(THERE).passedBytes()).isEqualTo(8);
    assertThat(proxies.traffic(BACK).passedBytes()).isEqualTo(6);
    assertThat(proxies.traffic(THERE).connections()).isEqualTo(1);
  }

  @Test
  void aCutStallsWhatIsSentAndTheHealLetsItFlow() throws Exception {
    Pair pair = dial(THERE);

    proxies.cut("f1", List.of(THERE));
    pair.dialler.send("late");

    assertThat(pair.dialled.isSilent()).isTrue();
    assertThat(proxies.traffic(THERE).passedBytes()).isZero();
    proxies.lift("f1");
    assertThat(pair.dialled.receive(4)).isEqualTo("late");
  }

  @Test
  void aCutIsOneWayForConnectionsOfEitherDialler() throws Exception {
    Pair byFirst = dial(THERE);
    Pair bySecond = dial(BACK);

    proxies.cut("f1", List.of(THERE));
    byFirst.dialler.send("x");
    bySecond.dialled.send("y");
    byFirst.dialled.send("answer");
    bySecond.dialler.send("question");

    assertThat(byFirst.dialler.receive(6)).isEqualTo("answer");
    assertThat(bySecond.dialled.receive(8)).isEqualTo("question");
    assertThat(byFirst.dialled.isSilent()).isTrue();
    assertThat(bySecond.dialler.isSilent()).isTrue();
  }

  @Test
  void noByteIsLostOrReorderedByCutsAndHealsInMidStream() throws Exception {
    Pair pair = dial(THERE);
    byte[] sent = new byte[8_000_000];
    new SplittableRandom(1).nextBytes(sent);
    CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> pair.dialler.send(sent));

    byte[] got = new byte[sent.length];
    for (int offset = 0; offset < got.length; offset += 1_000_000) {
      proxies.cut("f1", List.of(THERE));
      proxies.lift("f1");
      System.arraycopy(pair.dialled.bytes(1_000_000), 0, got, offset, 1_000_000);
    }

    sender.join();
    assertThat(got).isEqualTo(sent);
  }

  @Test
  void whileCutTheBufferIsBoundedAndTheSenderFeelsIt() throws Exception {
    Pair pair = dial(THERE);
    proxies.cut("f1", List.of(THERE));
    byte[] much = new byte[32_000_000];

    CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> pair.dialler.send(much));
    assertThat(pair.dialled.isSilent()).isTrue();

    assertThat(sender).isNotDone();
    assertThat(proxies.traffic(THERE).heldBytes()).isLessThanOrEqualTo(Pipe.BUFFER_LIMIT);
    proxies.liftAll();
    assertThat(pair.dialled.bytes(much.length)).isEqualTo(much);
    sender.join();
  }

  @Test
  void aConnectionDialledIntoACutReachesNobodyUntilTheHeal() throws Exception {
    proxies.cut("f1", List.of(THERE));
    Peer dialler =
        peer(new Socket(InetAddress.getLoopbackAddress(), proxies.entrance(THERE).port()));
    dialler.send("hello");
    second.setSoTimeout(SILENCE_MILLIS);
    assertThatThrownBy(second::accept).isInstanceOf(SocketTimeoutException.class);

    second.setSoTimeout(PATIENCE_MILLIS);
    proxies.lift("f1");

    assertThat(peer(second.accept()).receive(5)).isEqualTo("hello");
  }

  @Test
  void whoGivesUpDiallingDuringACutLeavesNoTrace() throws Exception {
    proxies.cut("f1", List.of(THERE));
    Peer gaveUp =
        peer(new Socket(InetAddress.getLoopbackAddress(), proxies.entrance(THERE).port()));
    gaveUp.send("never");
    gaveUp.socket.shutdownOutput();
    assertThatThrownBy(() -> gaveUp.socket.getInputStream().read())
        .isInstanceOf(SocketException.class);
    Peer patient =
        peer(new Socket(InetAddress.getLoopbackAddress(), proxies.entrance(THERE).port()));
    patient.send("later");

    proxies.lift("f1");

    assertThat(peer(second.accept()).receive(5)).isEqualTo("later");
    second.setSoTimeout(SILENCE_MILLIS);
    assertThatThrownBy(second::accept).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void aConnectionDialledWhileOnlyTheWayBackIsCutCarriesForward() throws Exception {
    proxies.cut("f1", List.of(BACK));

    Pair pair = dial(THERE);
    pair.dialler.send("one way");
    assertThat(pair.dialled.receive(7)).isEqualTo("one way");
    pair.dialled.send("reply");

    assertThat(pair.dialler.isSilent()).isTrue();
    proxies.lift("f1");
    assertThat(pair.dialler.receive(5)).isEqualTo("reply");
  }

  @Test
  void overlappingCutsAreAUnionAndLiftingOneKeepsTheOthers() throws Exception {
    Pair pair = dial(THERE);
    proxies.cut("f1", List.of(THERE));
    proxies.cut("f2", List.of(THERE, BACK));
    pair.dialler.send("x");

    proxies.lift("f2");

    assertThat(proxies.cut()).containsExactly(THERE);
    assertThat(pair.dialled.isSilent()).isTrue();
    pair.dialled.send("back");
    assertThat(pair.dialler.receive(4)).isEqualTo("back");
    proxies.lift("f1");
    assertThat(pair.dialled.receive(1)).isEqualTo("x");
    assertThat(proxies.cut()).isEmpty();
  }

  @Test
  void liftingWhatIsNotInForceChangesNothing() {
    proxies.cut("f1", List.of(THERE));

    proxies.lift("f9");
    proxies.lift("f9");

    assertThat(proxies.cut()).containsExactly(THERE);
  }

  @Test
  void theEndOfAStreamDoesNotCrossACut() throws Exception {
    Pair pair = dial(THERE);
    proxies.cut("f1", List.of(THERE, BACK));
    pair.dialler.send("last");
    pair.dialler.socket.close();
    assertThat(pair.dialled.isSilent()).isTrue();

    proxies.lift("f1");

    assertThat(pair.dialled.receive(4)).isEqualTo("last");
    assertThat(pair.dialled.socket.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void aHalfClosedConnectionStillAnswers() throws Exception {
    Pair pair = dial(THERE);

    pair.dialler.send("all");
    pair.dialler.socket.shutdownOutput();

    assertThat(pair.dialled.socket.getInputStream().readAllBytes()).hasSize(3);
    pair.dialled.send("answer");
    assertThat(pair.dialler.receive(6)).isEqualTo("answer");
  }

  @Test
  void aResetTearsConnectionsOfBothDiallersDown() throws Exception {
    Pair byFirst = dial(THERE);
    Pair bySecond = dial(BACK);

    proxies.reset(List.of(THERE));

    for (Peer peer : List.of(byFirst.dialler, byFirst.dialled, bySecond.dialler)) {
      assertThatThrownBy(() -> peer.socket.getInputStream().read())
          .isInstanceOf(SocketException.class);
    }
    assertThat(proxies.traffic(THERE).connections()).isZero();
    dial(THERE).dialler.send("new ones work");
  }

  @Test
  void whereNobodyListensTheDiallerIsReset() throws Exception {
    second.close();

    Peer dialler =
        peer(new Socket(InetAddress.getLoopbackAddress(), proxies.entrance(THERE).port()));

    assertThatThrownBy(() -> dialler.socket.getInputStream().read())
        .isInstanceOf(SocketException.class);
  }

  @Test
  void aRefusalDoesNotCrossACut() throws Exception {
    second.close();
    proxies.cut("f1", List.of(BACK));

    Peer dialler =
        peer(new Socket(InetAddress.getLoopbackAddress(), proxies.entrance(THERE).port()));
    assertThat(dialler.isSilent()).isTrue();

    proxies.lift("f1");
    assertThatThrownBy(() -> dialler.socket.getInputStream().read())
        .isInstanceOf(SocketException.class);
  }

  @Test
  void delayedBytesArriveLaterAndInOrder() throws Exception {
    Pair pair = dial(THERE);
    proxies.delay("f1", List.of(THERE), Duration.ofMillis(30), Duration.ofMillis(20));
    byte[] sent = new byte[2_000];
    new SplittableRandom(2).nextBytes(sent);

    long start = System.nanoTime();
    for (int i = 0; i < sent.length; i += 100) {
      pair.dialler.socket.getOutputStream().write(sent, i, 100);
    }

    assertThat(pair.dialled.bytes(sent.length)).isEqualTo(sent);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(30_000_000);
    proxies.lift("f1");
    pair.dialler.send("z");
    assertThat(pair.dialled.receive(1)).isEqualTo("z");
  }

  @Test
  void deafProxiesClaimACutThatIsNotThere() throws Exception {
    LinkProxies deaf = open(Hearing.DEAF);
    Pair pair = dial(deaf, THERE);

    deaf.cut("f1", List.of(THERE));
    pair.dialler.send("through");

    assertThat(deaf.cut()).containsExactly(THERE);
    assertThat(pair.dialled.receive(7)).isEqualTo("through");
  }

  @Test
  void aLinkThatDoesNotExistIsRefusedByName() {
    assertThatThrownBy(() -> proxies.cut("f1", List.of(new Link("n1", "n7"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("n1->n7")
        .hasMessageContaining("n1->n2");
  }

  @Test
  void closedProxiesSaySo() {
    proxies.close();
    proxies.close();

    assertThatThrownBy(() -> proxies.cut("f1", List.of(THERE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private Pair dial(Link link) throws IOException {
    return dial(proxies, link);
  }

  private Pair dial(LinkProxies through, Link link) throws IOException {
    Socket dialler = new Socket(InetAddress.getLoopbackAddress(), through.entrance(link).port());
    return new Pair(peer(dialler), peer((link.equals(THERE) ? second : first).accept()));
  }

  private LinkProxies open(Hearing hearing) {
    Map<Link, Address> routes =
        Map.of(
            THERE, new Address("127.0.0.1", second.getLocalPort()),
            BACK, new Address("127.0.0.1", first.getLocalPort()));
    LinkProxies fresh = LinkProxies.open(routes, 7, hearing);
    opened.add(fresh);
    return fresh;
  }

  private ServerSocket listener() throws IOException {
    ServerSocket fresh = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    fresh.setSoTimeout(PATIENCE_MILLIS);
    opened.add(fresh);
    return fresh;
  }

  private Peer peer(Socket socket) throws IOException {
    opened.add(socket);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new Peer(socket);
  }

  private record Pair(Peer dialler, Peer dialled) {}

  private record Peer(Socket socket) {
    void send(String text) {
      send(text.getBytes(UTF_8));
    }

    void send(byte[] bytes) {
      try {
        socket.getOutputStream().write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String receive(int count) throws IOException {
      return new String(bytes(count), UTF_8);
    }

    byte[] bytes(int count) throws IOException {
      return socket.getInputStream().readNBytes(count);
    }

    boolean isSilent() throws IOException {
      socket.setSoTimeout(SILENCE_MILLIS);
      try {
        return socket.getInputStream().read() == Integer.MIN_VALUE;
      } catch (SocketTimeoutException e) {
        return true;
      } finally {
        socket.setSoTimeout(PATIENCE_MILLIS);
      }
    }
  }
}
