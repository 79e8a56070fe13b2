package io.quorate.raft.shell.net;

/** Why this server closed a connection that another one dialled. */
public enum Refusal {
  /** No TLS handshake, or none in time. */
  TLS,
  /** No hello or no proof of the secret that holds, or none in time. */
  HELLO,
  /** A frame that is none, behind a good hello. */
  FRAME,
  /** Too many connections. */
  CROWD
}
