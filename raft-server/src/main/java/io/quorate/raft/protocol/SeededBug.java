package io.quorate.raft.protocol;

import java.util.List;
import java.util.ServiceLoader;

/**
 * A bug the server can be told to have, as far as those outside need to know it.
 *
 * @param id short and stable, as in {@code B07}
 * @param name readable, as in {@code stale-read-from-memory}
 * @param symptom what a client can see of it
 * @param source where it happened, or where it is told
 */
public record SeededBug(String id, String name, String symptom, String source) {
  /** Knows every seeded bug; found by {@link ServiceLoader}, so that nobody sees the rules. */
  public interface Catalogue {
    /** Returns all bugs by their ids. */
    List<SeededBug> bugs();
  }

  /** Returns the bugs of the server whose jar this class came in. */
  public static List<SeededBug> all() {
    return ServiceLoader.load(Catalogue.class, SeededBug.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this jar has no catalogue of bugs"))
        .bugs();
  }
}
