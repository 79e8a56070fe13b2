package io.quorate.raft.protocol;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;

/**
 * The numbers of the wire: version, magic, and a limit with a name on everything that has a size.
 *
 * <p>A frame is {@code length:u32 version:u8 type:u8 payload crc32c:u32}, big-endian; the length
 * counts what follows it. Byte tables in docs/raft-protocol.md.
 */
public final class Wire {
  /** The version this code speaks; a frame of any other version is malformed. */
  public static final int VERSION = 1;

  /** First word of every hello: {@code QRFT}. */
  public static final int MAGIC = 0x51524654;

  /** Most bytes of a frame between a client and a server, its length field included. */
  public static final int CLIENT_FRAME_LIMIT = 1 << 20;

  /** Most bytes of a frame between servers, its length field included. */
  public static final int PEER_FRAME_LIMIT = 4 << 20;

  /** Most bytes of a register's key in UTF-8; a key has at least one. */
  public static final int KEY_LIMIT = Command.MOST_KEY_BYTES;

  /** Most bytes of a register's value in UTF-8. */
  public static final int VALUE_LIMIT = Command.MOST_VALUE_BYTES;

  /** Most bytes of the name of a node, a client, a cluster or a bug. */
  public static final int NAME_LIMIT = Configuration.MOST_NAME_BYTES;

  /** Most bytes of a reason or a note; longer ones are cut by the sender. */
  public static final int REASON_LIMIT = 1024;

  /** Most bugs in a status, and most arrivals in an account of probes. */
  public static final int LIST_LIMIT = 4096;

  /** Most registers in one page of a scan. */
  public static final int PAGE_LIMIT = 1000;

  /** Most bytes of keys and values in one page of a scan; its first register always goes. */
  public static final int PAGE_BYTES = 512 << 10;

  /** Most bytes a log entry takes inside an append request. */
  public static final int ENTRY_LIMIT = 17 + 25 + 2 + KEY_LIMIT + 2 * (4 + VALUE_LIMIT);

  /** Bytes of an append request besides its entries, with room to spare. */
  public static final int APPEND_OVERHEAD = 128;

  /** The request id that no request has: an answer under it concerns the whole connection. */
  public static final long CONNECTION_ID = 0;

  /** Bytes of a frame around its payload: length, version, type, check sum. */
  static final int ENVELOPE = 4 + 1 + 1 + 4;

  /** Where a frame tells its type. */
  static final int TYPE_AT = 5;

  private Wire() {}
}
