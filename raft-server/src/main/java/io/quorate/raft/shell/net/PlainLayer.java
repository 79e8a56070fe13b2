package io.quorate.raft.shell.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The channel itself. */
record PlainLayer(SocketChannel channel) implements Layer {
  @Override
  public int read(ByteBuffer target) throws IOException {
    return channel.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return channel.write(source);
  }

  @Override
  public boolean flush() {
    return true;
  }

  @Override
  public boolean isHolding() {
    return false;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void end() {
    // To close the channel says it.
  }
}
