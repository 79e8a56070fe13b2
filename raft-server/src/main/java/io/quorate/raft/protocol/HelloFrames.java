package io.quorate.raft.protocol;

/** The byte form of the handshake: types 0x01. */
public final class HelloFrames {
  private static final int HELLO = 0x01;
  private static final int CLIENT = 1;
  private static final int PEER = 2;

  private HelloFrames() {}

  /** Returns the frame of {@code hello}; IllegalArgumentException when a name is out of range. */
  public static byte[] encode(Hello hello) {
    return new FrameEncoder(HELLO)
        .i32(Wire.MAGIC)
        .u8(
            switch (hello.kind()) {
              case CLIENT -> CLIENT;
              case PEER -> PEER;
            })
        .name(hello.cluster())
        .name(hello.from())
        .optionalName(hello.to())
        .finish(Wire.CLIENT_FRAME_LIMIT);
  }

  /** Returns the hello in {@code frame}; MalformedFrameException for anything else. */
  public static Hello decode(byte[] frame) {
    FrameDecoder in = new FrameDecoder(frame, Wire.CLIENT_FRAME_LIMIT);
    if (in.type() != HELLO) {
      throw new MalformedFrameException("the first frame is no hello");
    }
    FrameDecoder.require(in.i32() == Wire.MAGIC, "magic");
    int kind = in.u8();
    FrameDecoder.require(kind == CLIENT || kind == PEER, "kind");
    return in.end(
        new Hello(
            kind == CLIENT ? Hello.Kind.CLIENT : Hello.Kind.PEER,
            in.name(),
            in.name(),
            in.optionalName()));
  }
}
