package io.quorate.systems;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** How the bytes of a system's client connections fall into frames. Safe for several threads. */
public interface Framing {
  /** Returns the first bytes a client at {@code place} sends on a new connection. */
  byte[] hello(ClientPlace place);

  /**
   * Reads one whole frame, waiting for it.
   *
   * @return the frame's own bytes, or null at the end of the stream
   * @throws IOException when the stream fails, or holds no frame
   */
  byte @Nullable [] read(InputStream in) throws IOException;
}
