package io.quorate.simulation;

import io.quorate.raft.server.Limits;
import io.quorate.raft.server.Timing;
import java.time.Duration;

/**
 * What the simulated machines and wires are like when nothing is broken.
 *
 * @param timing the servers' election timers
 * @param preVote whether the servers ask whether they would be elected before they stand
 * @param lease whether the servers answer reads on a leader lease
 * @param limits the servers' bounds; small ones make snapshots and segments come often
 * @param leastDelayNanos the least time from one place to another
 * @param spreadNanos how much longer it may take
 * @param stragglersPerMille how many messages take up to ten times the spread longer
 * @param syncNanos how long a disk takes for a sync, at most, but for one in ten
 * @param slowSyncNanos how long it takes for that one, at most
 * @param losesWhenCut whether what is sent into a cut is lost, rather than late
 */
public record Conditions(
    Timing timing,
    boolean preVote,
    boolean lease,
    Limits limits,
    long leastDelayNanos,
    long spreadNanos,
    int stragglersPerMille,
    long syncNanos,
    long slowSyncNanos,
    boolean losesWhenCut) {
  private static final long MICRO = 1_000;

  /** One sync in so many is a slow one. */
  private static final double SLOW_SYNCS = 10;

  private static final double MOST_SHARE = 0.9;
  private static final double NEGLIGIBLE = 1e-8;

  /** Machines in one room: delays below a millisecond, a sync mostly below one. */
  public static Conditions usual() {
    return new Conditions(
        Timing.USUAL,
        true,
        false,
        small(64, 4, 4_000, 16),
        50 * MICRO,
        400 * MICRO,
        5,
        800 * MICRO,
        5_000 * MICRO,
        false);
  }

  /**
   * Conditions drawn for this run: swarm testing (Groce et al., ISSTA 2012). Delays and syncs are
   * drawn over several orders of magnitude, since what goes wrong in an election or between an
   * answer and its sync does so only where these take long.
   */
  public static Conditions drawn(Draws draws) {
    long sync = magnitude(draws, 100 * MICRO, 40_000 * MICRO);
    long delay = magnitude(draws, 100 * MICRO, 30_000 * MICRO);
    return new Conditions(
        timing(draws, delay),
        draws.between(0, 2) > 0,
        false,
        small(draws),
        draws.between(20, 200) * MICRO,
        delay,
        (int) draws.between(0, 30),
        sync,
        sync + draws.between(1_000, 30_000) * MICRO,
        draws.nextBoolean());
  }

  /** Votes split more often where timeouts differ by less, but not for ever. */
  private static Timing timing(Draws draws, long delayNanos) {
    long usual = Timing.USUAL.spread().toNanos();
    long spread = Math.max(6 * delayNanos, usual >> draws.between(0, 3));
    return new Timing(
        Timing.USUAL.election(),
        Duration.ofNanos(Math.min(usual, spread)),
        Timing.USUAL.heartbeat());
  }

  /**
   * How long votes may split, beyond the usual patience, before it is no longer chance.
   *
   * <p>Two servers stand at once when their timeouts, drawn from a spread S, differ by less than a
   * vote takes, v: with probability 2v/S - (v/S)^2, each time anew. This is the time after which
   * that is less likely than {@value #NEGLIGIBLE}; more than a trial lasts where votes are slow.
   */
  public long electionPatienceNanos() {
    double vote = leastDelayNanos + (spreadNanos + syncNanos + slowSyncNanos / SLOW_SYNCS) / 2;
    double spread = timing.spread().toNanos();
    double share = Math.min(MOST_SHARE, vote / spread);
    double split = 2 * share - share * share;
    double rounds = Math.ceil(Math.log(NEGLIGIBLE) / Math.log(split));
    return (long) (rounds * (timing.election().toNanos() + spread / 2));
  }

  /** A number between these, each doubling as likely as the next. */
  private static long magnitude(Draws draws, long least, long most) {
    int doublings = Long.SIZE - Long.numberOfLeadingZeros(most / least);
    long drawn = least << draws.between(0, doublings - 1);
    return Math.min(most, draws.between(drawn, 2 * drawn));
  }

  /**
   * One entry at a time shows what a batch hides, and a log that is soon cut what a long one does.
   */
  private static Limits small(Draws draws) {
    return small(
        draws.nextBoolean() ? 64 : (int) draws.between(1, 3),
        draws.nextBoolean() ? 4 : 1,
        (int) magnitude(draws, 400, 50_000),
        draws.nextBoolean() ? 16 : (int) draws.between(0, 2));
  }

  private static Limits small(int entries, int inFlight, int snapshotBytes, int retained) {
    Limits usual = Limits.standard();
    return new Limits(
        usual.maxProposals(),
        usual.maxReads(),
        usual.maxKeyChars(),
        usual.maxValueChars(),
        entries,
        usual.maxAppendBytes(),
        inFlight,
        usual.maxHeldMessages(),
        usual.maxArrivals(),
        8_192,
        snapshotBytes,
        retained,
        256,
        usual.state());
  }
}
