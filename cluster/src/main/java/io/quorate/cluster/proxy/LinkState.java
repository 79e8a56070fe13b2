package io.quorate.cluster.proxy;

import io.quorate.cluster.LinkTraffic;
import io.quorate.history.Link;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** One directed link: whether it passes bytes, how late, and the streams it carries. */
final class LinkState {
  private final Link link;
  private final SplittableRandom random;
  private final Set<Pipe> pipes = new LinkedHashSet<>();
  private boolean cut;
  private long delayNanos;
  private long jitterNanos;
  private long passed;

  LinkState(Link link, SplittableRandom random) {
    this.link = link;
    this.random = random;
  }

  Link link() {
    return link;
  }

  boolean isCut() {
    return cut;
  }

  boolean isDelayed() {
    return delayNanos + jitterNanos > 0;
  }

  /** When a byte read now is due. */
  long dueNanos() {
    long jitter = jitterNanos == 0 ? 0 : random.nextLong(jitterNanos + 1);
    return System.nanoTime() + delayNanos + jitter;
  }

  void become(Condition condition) {
    cut = condition.cut();
    delayNanos = condition.delayNanos();
    jitterNanos = condition.jitterNanos();
  }

  /** Lets the streams feel what {@link #become} said. */
  void settle() {
    for (Pipe pipe : List.copyOf(pipes)) {
      pipe.linkChanged();
    }
  }

  void count(int bytes) {
    passed += bytes;
  }

  void add(Pipe pipe) {
    pipes.add(pipe);
  }

  void remove(Pipe pipe) {
    pipes.remove(pipe);
  }

  List<Pipe> pipes() {
    return new ArrayList<>(pipes);
  }

  LinkTraffic traffic() {
    long held = pipes.stream().mapToLong(Pipe::heldBytes).sum();
    return new LinkTraffic(passed, held, pipes.size());
  }
}
