package io.quorate.cluster;

/** What a node listens for. A system may use fewer, or the same server behind all of them. */
public enum Port {
  /** The other nodes dial it: links from node to node end here. */
  PEER,
  /** Clients dial it: links from client groups to nodes end here. */
  CLIENT,
  /** Only the toolkit dials it, through a {@link Tunnel}; never cut. */
  CONTROL
}
