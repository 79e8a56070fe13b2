package io.quorate.history;

/**
 * One direction of the network between two places: what {@code from} sends to {@code to}.
 *
 * <p>A place is a node ({@code n1}, {@code n2}, ...) or the group of clients that live beside a
 * node ({@code c1} beside {@code n1}, ...).
 */
public record Link(String from, String to) implements Comparable<Link> {
  /** Refuses a link from a place to itself. */
  public Link {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a link joins two places, got " + from + " twice");
    }
  }

  /** Returns the opposite direction. */
  public Link reversed() {
    return new Link(to, from);
  }

  @Override
  public int compareTo(Link other) {
    int byFrom = from.compareTo(other.from);
    return byFrom != 0 ? byFrom : to.compareTo(other.to);
  }

  @Override
  public String toString() {
    return from + "->" + to;
  }
}
