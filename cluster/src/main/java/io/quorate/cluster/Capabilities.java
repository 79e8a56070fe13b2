package io.quorate.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a world cannot do, each with the reason and the remedy in one sentence; it can do the rest.
 *
 * @param lacks the sentence for each capability that is missing
 */
public record Capabilities(SortedMap<Capability, String> lacks) {
  /** A world that can do everything. */
  public static final Capabilities ALL = new Capabilities(new TreeMap<>());

  /** Keeps its own copy. */
  public Capabilities {
    lacks = new TreeMap<>(lacks);
  }

  /** Returns a world's capabilities without these. */
  public static Capabilities without(Map<Capability, String> lacks) {
    return new Capabilities(new TreeMap<>(lacks));
  }

  /** Returns why a plan that needs {@code wanted} is refused here; absent if it is not. */
  public Optional<String> refusal(Capability wanted) {
    return Optional.ofNullable(lacks.get(wanted));
  }

  @Override
  public SortedMap<Capability, String> lacks() {
    return new TreeMap<>(lacks);
  }
}
