package io.quorate.raft.log;

import java.util.List;

/**
 * Where the log goes on.
 *
 * @param filled the segments with frames, the last one being that of the last frame
 * @param at where in it the next frame goes
 * @param previous checksum of the last frame
 * @param frameBytes length of all frames
 * @param torn what must be made zero before anything is written
 * @param spares segments behind it that were never used, in order
 */
record LogEnd(
    List<Filled> filled,
    int at,
    int previous,
    long frameBytes,
    List<Torn> torn,
    List<Segment> spares) {
  /** A segment with frames, and the highest index of an entry appended in it, 0 for none. */
  record Filled(Segment segment, long top) {}

  /** Bytes that are neither zero nor part of a frame. */
  record Torn(Segment segment, int from, int to) {}

  /** Keeps its own copies. */
  LogEnd {
    filled = List.copyOf(filled);
    torn = List.copyOf(torn);
    spares = List.copyOf(spares);
  }

  long tornBytes() {
    return torn.stream().mapToLong(each -> each.to() - each.from()).sum();
  }
}
