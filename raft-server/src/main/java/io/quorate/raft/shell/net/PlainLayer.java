package io.quorate.raft.shell.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
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
  public int interest(boolean frames) {
    return frames ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
  }

  @Override
  public void onAwake(Runnable again) {
    // It waits for nothing else.
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
