package io.quorate.checker.laws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the traces of all nodes say together, whenever that was. */
final class Facts {
  /** A place in a log. */
  record Place(long term, long index) {}

  /**
   * An entry that some log holds.
   *
   * @param text all that the trace tells of it
   * @param previousTerm of the one before it, {@link NodeLog#UNKNOWN} where nobody knows
   */
  record Written(String node, String text, long previousTerm) {}

  /**
   * An entry that was committed.
   *
   * @param term its own
   * @param inTerm the lowest term in which a server knew it committed
   */
  record Committed(String node, long term, long inTerm) {}

  private final Map<Long, String> leaders = new HashMap<>();
  private final Map<Place, Written> written = new HashMap<>();
  private final List<@Nullable Committed> committed = new ArrayList<>();
  private final List<Ballot> ballots = new ArrayList<>();
  private final Set<String> wiped = new HashSet<>();

  /** For each node and term the entries that a leader counted it for: index to term. */
  private final Map<String, SortedMap<Long, NavigableMap<Long, Long>>> counted = new HashMap<>();

  /** Returns who led {@code term} already, or null after taking down that {@code node} does. */
  @Nullable String leads(long term, String node) {
    String earlier = leaders.putIfAbsent(term, node);
    return earlier == null || earlier.equals(node) ? null : earlier;
  }

  /** Returns the entry that another log holds at this place, or null after taking this down. */
  @Nullable Written holds(Place place, Written entry) {
    return written.putIfAbsent(place, entry);
  }

  /** Returns what is known to be committed at {@code index}, or null after taking this down. */
  @Nullable Committed commits(long index, Committed entry) {
    int place = (int) index;
    while (committed.size() <= place) {
      committed.add(null);
    }
    Committed before = committed.get(place);
    if (before == null) {
      committed.set(place, entry);
    } else if (before.term == entry.term && entry.inTerm < before.inTerm) {
      committed.set(place, entry);
    }
    return before;
  }

  /** Every entry that is known to be committed, by its index; null where none is known. */
  List<@Nullable Committed> committed() {
    return Collections.unmodifiableList(committed);
  }

  void votes(Ballot ballot) {
    ballots.add(ballot);
  }

  List<Ballot> ballots() {
    return Collections.unmodifiableList(ballots);
  }

  /** The disk of {@code node} was emptied: nobody knows which of its lives was counted. */
  void wiped(String node) {
    wiped.add(node);
  }

  boolean isWiped(String node) {
    return wiped.contains(node);
  }

  /** A leader of {@code term} counted {@code holder} for the entry at {@code index}. */
  void counts(String holder, long term, long index, long entryTerm) {
    counted
        .computeIfAbsent(holder, key -> new TreeMap<>())
        .computeIfAbsent(term, key -> new TreeMap<>())
        .put(index, entryTerm);
  }

  /** Returns the entries that {@code holder} was counted for in {@code term}: index to term. */
  NavigableMap<Long, Long> countedFor(String holder, long term) {
    SortedMap<Long, NavigableMap<Long, Long>> terms = counted.get(holder);
    NavigableMap<Long, Long> entries = terms == null ? null : terms.get(term);
    return entries == null ? Collections.emptyNavigableMap() : entries;
  }
}
