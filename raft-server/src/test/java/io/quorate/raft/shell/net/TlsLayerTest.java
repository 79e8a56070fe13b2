package io.quorate.raft.shell.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.shell.Certificates;
import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.Tls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS over a line in memory that takes and gives as few bytes at a time as a test wants. */
@Timeout(60)
class TlsLayerTest {
  private static final long SEED = Long.getLong("seed", 7L);
  private static final Endpoint N2 = new Endpoint("127.0.0.1", 4002);
  private static final int ENOUGH_ROUNDS = 200_000;

  @TempDir static Path directory;

  private static Tls n1;
  private static Tls n2;
  private static Tls stranger;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Certificates all = Certificates.ofACluster(directory);
    n1 = all.tls("n1", "ca");
    n2 = all.tls("n2", "ca");
    stranger = all.tls("stranger", "other-ca");
  }

  @Test
  void bytesArriveAsTheyWereSentWhenTheLineTakesOneAtATime() throws IOException {
    Pair pair = new Pair(n1.dialling(N2), n2.answering(), () -> 1);

    pair.exchange(40_000);

    assertThat(pair.answerer.got()).isEqualTo(pair.dialler.sent());
    assertThat(pair.dialler.got()).isEqualTo(pair.answerer.sent());
  }

  @Test
  void bytesArriveAsTheyWereSentHoweverTheLineChopsThem() throws IOException {
    for (long seed = SEED; seed < SEED + 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int most = 1 << (1 + random.nextInt(11));
      Pair pair = new Pair(n1.dialling(N2), n2.answering(), () -> random.nextInt(most));

      pair.exchange(random.nextInt(300 * most));

      assertThat(pair.answerer.got()).as("-Dseed=%d", seed).isEqualTo(pair.dialler.sent());
      assertThat(pair.dialler.got()).as("-Dseed=%d", seed).isEqualTo(pair.answerer.sent());
    }
  }

  @Test
  void keysAreChangedInTheMiddleOfTheStream() throws IOException {
    SSLEngine dialling = n1.dialling(N2);
    SplittableRandom random = new SplittableRandom(SEED);
    Pair pair = new Pair(dialling, n2.answering(), () -> random.nextInt(5_000));
    pair.exchange(50_000);

    dialling.beginHandshake();
    pair.exchange(150_000);

    assertThat(pair.answerer.got()).as("-Dseed=%d", SEED).isEqualTo(pair.dialler.sent());
    assertThat(pair.dialler.got()).as("-Dseed=%d", SEED).isEqualTo(pair.answerer.sent());
  }

  @Test
  void theEndIsSaidBehindAllThatWasSent() throws IOException {
    Pair pair = new Pair(n1.dialling(N2), n2.answering(), () -> 100_000);
    pair.exchange(1_000);

    pair.dialler.layer.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    pair.dialler.layer.end();
    ByteBuffer target = ByteBuffer.allocate(NetLimits.SCRATCH_BYTES);

    assertThat(pair.answerer.layer.read(target)).isEqualTo(3);
    assertThat(pair.answerer.layer.read(target)).isEqualTo(-1);
  }

  @Test
  void whoShowsACertificateOfAnotherAuthorityIsNeverReady() throws IOException {
    Pair pair = new Pair(stranger.dialling(N2), n2.answering(), () -> 100_000);

    assertThatThrownBy(() -> pair.exchange(1))
        .isInstanceOf(SSLException.class)
        .hasMessage(
            "TLS handshake failed: the certificate does not lead to an authority of --tls-ca");

    assertThat(pair.answerer.layer.isReady()).isFalse();
    assertThat(pair.dialler.layer.isReady()).isFalse();
  }

  @Test
  void whoAnswersUnderAnotherNameThanTheOneDialledIsNotSpokenTo() throws IOException {
    for (String host : new String[] {"127.0.0.2", "elsewhere.example", "::1"}) {
      Endpoint at = new Endpoint(host, 4002);
      Pair pair = new Pair(n1.dialling(at), n2.answering(), () -> 100_000);

      assertThatThrownBy(() -> pair.exchange(1))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("TLS handshake failed: No ")
          .hasMessageContaining(host);

      assertThat(pair.dialler.layer.isReady()).as(host).isFalse();
    }
  }

  @Test
  void aBitFlippedAnywhereInTheHandshakeChangesNothingOrEndsIt() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      Pair pair = new Pair(n1.dialling(N2), n2.answering(), () -> 100_000);
      pair.there.flipAt = random.nextInt(1_700);
      pair.there.flip = (byte) (1 << random.nextInt(8));
      String replay = "-Dseed=%d, round %d".formatted(SEED, round);
      try {
        pair.exchange(100);
        assertThat(pair.answerer.got()).as(replay).isEqualTo(pair.dialler.sent());
      } catch (SSLException e) {
        assertThat(e).as(replay).hasMessageStartingWith("TLS").hasMessageNotContaining("\n");
      } catch (Stuck e) {
        assertThat(pair.answerer.got()).as(replay).isEmpty();
      }
    }
  }

  @Test
  void whatIsNoHandshakeEndsInOneSentence() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      Line line = new Line(() -> 100_000);
      byte[] garbage = new byte[5 + random.nextInt(100_000)];
      random.nextBytes(garbage);
      line.take(ByteBuffer.wrap(garbage));
      TlsLayer layer =
          new TlsLayer(new End(line, new Line(() -> 100_000)), n2.answering(), Computing.AT_ONCE);

      assertThatThrownBy(() -> layer.read(ByteBuffer.allocate(NetLimits.SCRATCH_BYTES)))
          .as("-Dseed=%d, round %d", SEED, round)
          .isInstanceOf(SSLException.class)
          .hasMessageStartingWith("TLS handshake failed: ")
          .hasMessageNotContaining("\n");
      assertThat(layer.isReady()).isFalse();
    }
  }

  @Test
  void aHandshakeOfManyBytesEndsAtTheLimit() throws IOException {
    Line line = new Line(() -> 1_000);
    byte[] helloOf30000 = {22, 3, 3, 0, 4, 1, 0, 0x75, 0x30};
    line.take(ByteBuffer.wrap(helloOf30000));
    for (int i = 0; i < 30_000; i++) {
      line.take(ByteBuffer.wrap(new byte[] {22, 3, 3, 0, 1, 0}));
    }
    TlsLayer layer =
        new TlsLayer(new End(line, new Line(() -> 1_000)), n2.answering(), Computing.AT_ONCE);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                layer.read(ByteBuffer.allocate(NetLimits.SCRATCH_BYTES));
              }
            })
        .isInstanceOf(SSLException.class)
        .hasMessage("TLS handshake failed: more than 65536 bytes of it");
  }

  /** Nothing moved any more. */
  private static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Pair {
    final Line there;
    final Line back;

    /** What the engines have to compute, done a turn later. */
    final Queue<Runnable> computing = new ArrayDeque<>();

    final Side dialler;
    final Side answerer;

    Pair(SSLEngine dialling, SSLEngine answering, IntSupplier piece) throws IOException {
      there = new Line(piece);
      back = new Line(piece);
      Computing later =
          (work, after) ->
              computing.add(() -> {
                work.run();
                after.run();
              });
      dialler = new Side(new TlsLayer(new End(back, there), dialling, later), 1);
      answerer = new Side(new TlsLayer(new End(there, back), answering, later), 2);
    }

    /** Sends so many bytes more each way until all have come. */
    void exchange(int bytes) throws IOException {
      dialler.send(bytes);
      answerer.send(bytes);
      int rounds = 0;
      while (answerer.got.size() < dialler.sent.size()
          || dialler.got.size() < answerer.sent.size()) {
        Runnable step = computing.poll();
        dialler.turn();
        answerer.turn();
        if (step != null) {
          step.run();
        }
        if (++rounds > ENOUGH_ROUNDS || (there.flip != 0 && rounds > 50)) {
          throw new Stuck();
        }
      }
    }
  }

  private static final class Side {
    final TlsLayer layer;
    final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private final SplittableRandom content;
    private final ByteBuffer scratch = ByteBuffer.allocate(NetLimits.SCRATCH_BYTES);
    private ByteBuffer waiting = ByteBuffer.allocate(0);

    Side(TlsLayer layer, long seed) {
      this.layer = layer;
      this.content = new SplittableRandom(seed);
    }

    void send(int bytes) {
      byte[] more = new byte[bytes];
      content.nextBytes(more);
      sent.writeBytes(more);
      waiting = ByteBuffer.wrap(more);
    }

    void turn() throws IOException {
      layer.flush();
      layer.write(waiting);
      layer.read(scratch.clear());
      got.write(scratch.array(), 0, scratch.position());
    }

    byte[] sent() {
      return sent.toByteArray();
    }

    byte[] got() {
      return got.toByteArray();
    }
  }

  /** One direction; gives and takes at most one piece a call. */
  private static final class Line {
    final ArrayDeque<Byte> held = new ArrayDeque<>();
    int flipAt = -1;
    byte flip;
    private final IntSupplier piece;
    private int given;

    Line(IntSupplier piece) {
      this.piece = piece;
    }

    int give(ByteBuffer target) {
      int length = Math.min(Math.min(piece.getAsInt(), target.remaining()), held.size());
      for (int i = 0; i < length; i++, given++) {
        byte next = held.remove();
        target.put((byte) (given == flipAt ? next ^ flip : next));
      }
      return length;
    }

    int take(ByteBuffer source) {
      int length = Math.min(piece.getAsInt(), source.remaining());
      for (int i = 0; i < length; i++) {
        held.add(source.get());
      }
      return length;
    }
  }

  private record End(Line in, Line out) implements ByteChannel {
    @Override
    public int read(ByteBuffer target) {
      return in.give(target);
    }

    @Override
    public int write(ByteBuffer source) {
      return out.take(source);
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
