package io.quorate.cluster.proxy;

import io.quorate.cluster.Address;
import io.quorate.cluster.LinkControl;
import io.quorate.cluster.LinkTraffic;
import io.quorate.history.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The links of a world whose nodes share one machine: a listener for every pair of places that dial
 * one another.
 *
 * <p>Who dials the entrance of {@code i->j} reaches the port that {@code j} really listens on.
 * Bytes from dialler to dialled use the link {@code i->j}, the answers {@code j->i}.
 */
public final class LinkProxies implements LinkControl, AutoCloseable {
  /** Whether the proxies do as they are told. */
  public enum Hearing {
    /** They do. */
    SOUND,
    /** They ignore every cut and say nothing: sabotage, to test that nobody is fooled by it. */
    DEAF
  }

  private final ProxyLoop loop = new ProxyLoop();
  private final SortedMap<Link, LinkState> states = new TreeMap<>();
  private final SortedMap<Link, Entrance> entrances = new TreeMap<>();
  private final Grudges grudges = new Grudges();
  private final SplittableRandom random;
  private final Hearing hearing;

  private LinkProxies(long seed, Hearing hearing) {
    this.random = new SplittableRandom(seed);
    this.hearing = hearing;
  }

  /**
   * Opens an entrance for each pair of places.
   *
   * @param routes who dials whom, and where the dialled really listens
   * @param seed of the jitter of delays
   * @throws UncheckedIOException if the machine has no socket left
   */
  public static LinkProxies open(Map<Link, Address> routes, long seed, Hearing hearing) {
    LinkProxies proxies = new LinkProxies(seed, hearing);
    try {
      proxies.loop.call(() -> {
        new TreeMap<>(routes).forEach(proxies::add);
        return true;
      });
      return proxies;
    } catch (RuntimeException e) {
      proxies.close();
      throw e;
    }
  }

  private void add(Link dial, Address target) {
    try {
      Entrance entrance = new Entrance(loop, state(dial), state(dial.reversed()), target.resolve());
      entrance.open();
      entrances.put(dial, entrance);
    } catch (IOException e) {
      throw new UncheckedIOException("no listener for the link " + dial, e);
    }
  }

  private LinkState state(Link link) {
    return states.computeIfAbsent(link, key -> new LinkState(key, random.split()));
  }

  /**
   * Returns what {@code dial.from()} must dial to reach {@code dial.to()}.
   *
   * @throws IllegalArgumentException if no such pair was asked for
   */
  public Address entrance(Link dial) {
    Entrance entrance = entrances.get(dial);
    if (entrance == null) {
      throw new IllegalArgumentException(
          "nobody dials along " + dial + "; there are " + entrances.keySet());
    }
    return new Address("127.0.0.1", entrance.port());
  }

  @Override
  public void cut(String fault, Collection<Link> links) {
    put(fault, links, new Condition(true, 0, 0));
  }

  @Override
  public void delay(String fault, Collection<Link> links, Duration delay, Duration jitter) {
    if (delay.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("nothing arrives before it is sent: " + delay);
    }
    put(fault, links, new Condition(false, delay.toNanos(), jitter.toNanos()));
  }

  private void put(String fault, Collection<Link> links, Condition condition) {
    links.forEach(this::known);
    change(() -> grudges.put(fault, links, condition));
  }

  @Override
  public void lift(String fault) {
    change(() -> grudges.remove(fault));
  }

  @Override
  public void liftAll() {
    change(grudges::clear);
  }

  /** All links change before the first stream feels it, and no byte moves in between. */
  private void change(Runnable change) {
    loop.call(() -> {
      change.run();
      states.forEach((link, state) -> state.become(heard(grudges.on(link))));
      states.values().forEach(LinkState::settle);
      return true;
    });
  }

  private Condition heard(Condition told) {
    return switch (hearing) {
      case SOUND -> told;
      case DEAF -> new Condition(false, told.delayNanos(), told.jitterNanos());
    };
  }

  @Override
  public void reset(Collection<Link> links) {
    links.forEach(this::known);
    loop.call(() -> {
      for (Link link : links) {
        known(link).pipes().forEach(Pipe::tearDown);
      }
      return true;
    });
  }

  private LinkState known(Link link) {
    LinkState state = states.get(link);
    if (state == null) {
      throw new IllegalArgumentException(
          "this world has no link " + link + "; it has " + states.keySet());
    }
    return state;
  }

  @Override
  public SortedSet<Link> cut() {
    return loop.call(grudges::cut);
  }

  @Override
  public SortedSet<Link> links() {
    return new TreeSet<>(states.keySet());
  }

  @Override
  public LinkTraffic traffic(Link link) {
    LinkState state = known(link);
    return loop.call(state::traffic);
  }

  /** Closes every listener and connection. Idempotent. */
  @Override
  public void close() {
    loop.close();
  }
}
