package io.quorate.raft.protocol;

/**
 * Bytes that are no frame of this protocol: the only error a decoder ever throws. Who receives one
 * closes the connection it came on, and no other.
 */
public final class MalformedFrameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says in a few words what is wrong with the bytes. */
  public MalformedFrameException(String message) {
    super(message);
  }
}
