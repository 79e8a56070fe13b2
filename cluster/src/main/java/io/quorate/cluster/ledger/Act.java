package io.quorate.cluster.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something done to the world that must be undone.
 *
 * @param id dense from 0 within a ledger
 * @param kind what it is
 * @param place the node or place it is done to
 * @param facts what one must know to undo it: pid, start time, pid file, links, address, ...
 */
public record Act(long id, Kind kind, String place, SortedMap<String, String> facts) {
  /** What kinds of things are done. */
  public enum Kind {
    /** The toolkit itself was started; undone when the run closed in order. */
    TOOLKIT,
    /** A host is used: an embedded server, or an address to log in to. */
    HOST,
    /** The listeners of the link proxies. */
    LISTENERS,
    /** A process of the system under test is started. */
    DAEMON,
    /** Links are cut or delayed. */
    LINKS,
    /** Processes are killed; undone when they were started again. */
    KILL,
    /** A process is stopped by SIGSTOP. */
    PAUSE
  }

  /** Keeps its own copy. */
  public Act {
    facts = new TreeMap<>(facts);
  }

  /** Returns this act with more known about it. */
  public Act with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(facts);
    all.putAll(more);
    return new Act(id, kind, place, all);
  }

  /** Returns a fact, or the empty text where it is not known. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  @Override
  public SortedMap<String, String> facts() {
    return new TreeMap<>(facts);
  }
}
