package io.quorate.raft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameStreamTest {
  private static final long SEED = Long.getLong("seed", 7L);

  @Test
  void framesComeOutWholeHoweverTheStreamIsChopped() {
    SplittableRandom random = new SplittableRandom(SEED);
    Messages messages = new Messages(random);
    FrameWriter writer = new FrameWriter(10_000, 1 << 30);
    FrameReader reader = new FrameReader(Wire.PEER_FRAME_LIMIT);
    List<byte[]> sent = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      byte[] frame = PeerFrames.encode(messages.peerMessage());
      sent.add(frame);
      writer.offer(frame);
    }

    List<byte[]> received = new ArrayList<>();
    while (!writer.isEmpty()) {
      ByteBuffer piece = ByteBuffer.allocate(1 + random.nextInt(1000));
      writer.fill(piece);
      int taken = 1 + random.nextInt(piece.position());
      writer.advance(taken);
      reader.feed(piece.flip().limit(taken));
      for (byte[] f = reader.next(); f != null; f = reader.next()) {
        received.add(f);
      }
    }

    assertThat(received).as("-Dseed=%d", SEED).containsExactlyElementsOf(sent);
    assertThat(reader.pending()).isZero();
  }

  @Test
  void aFrameTooLargeIsRefusedByItsLengthAlone() {
    FrameReader reader = new FrameReader(Wire.CLIENT_FRAME_LIMIT);

    reader.feed(ByteBuffer.allocate(4).putInt(Wire.CLIENT_FRAME_LIMIT - 3).flip());

    assertThatThrownBy(reader::next).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void aLengthWithItsHighestBitSetIsLargeNotNegative() {
    FrameReader reader = new FrameReader(Wire.CLIENT_FRAME_LIMIT);

    reader.feed(ByteBuffer.allocate(4).putInt(-1).flip());

    assertThatThrownBy(reader::next).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void anotherVersionIsRefusedBeforeTheRestComes() {
    FrameReader reader = new FrameReader(Wire.CLIENT_FRAME_LIMIT);

    reader.feed(ByteBuffer.allocate(5).putInt(100).put((byte) (Wire.VERSION + 1)).flip());

    assertThatThrownBy(reader::next).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void theQueueIsBoundedInFramesAndInBytes() {
    FrameWriter few = new FrameWriter(2, 1000);
    FrameWriter small = new FrameWriter(1000, 25);

    assertThat(few.offer(new byte[10])).isTrue();
    assertThat(few.offer(new byte[10])).isTrue();
    assertThat(few.offer(new byte[10])).isFalse();
    assertThat(small.offer(new byte[20])).isTrue();
    assertThat(small.offer(new byte[10])).isFalse();
  }

  @Test
  void aFrameBegunIsNeverDroppedAndBeginsAnewOnTheNextConnection() {
    FrameWriter writer = new FrameWriter(10, 1000);
    writer.offer(new byte[] {1, 1, 1});
    writer.offer(new byte[] {2, 2, 2});
    writer.offer(new byte[] {3, 3, 3});
    writer.advance(1);

    assertThat(writer.dropOldest()).isTrue();
    writer.restart();

    ByteBuffer all = ByteBuffer.allocate(100);
    writer.fill(all);
    assertThat(all.flip()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 1, 1, 3, 3, 3}));
    writer.advance(6);
    assertThat(writer.dropOldest()).isFalse();
  }
}
