package io.quorate.raft.rules;

/**
 * All the decisions a server takes, by family.
 *
 * @param election who may lead (5.2, 5.4.1, thesis 6.2)
 * @param replication how a follower's log comes to agree with the leader's (5.3)
 * @param commit when an entry is committed (5.3, 5.4.2)
 * @param apply what the state machine may be given (5.3)
 * @param read when a read may be answered (8, thesis 6.4)
 * @param session how often a client's update takes effect (thesis 6.3)
 * @param membership how the set of servers changes (thesis 4)
 * @param durability what must be on disk before which promise (figure 2)
 * @param logRecovery what a damaged log means at start
 * @param diskFailure what a failing disk means
 * @param boot what a restarted server remembers (figure 2)
 * @param guard what happens when a law is broken
 */
public record Rules(
    Election election,
    Replication replication,
    Commit commit,
    Apply apply,
    Read read,
    Session session,
    Membership membership,
    Durability durability,
    LogRecovery logRecovery,
    DiskFailure diskFailure,
    Boot boot,
    Guard guard) {
  private static final Rules CORRECT =
      new Rules(
          new Election() {},
          new Replication() {},
          new Commit() {},
          new Apply() {},
          new Read() {},
          new Session() {},
          new Membership() {},
          new Durability() {},
          new LogRecovery() {},
          new DiskFailure() {},
          new Boot() {},
          new Guard() {});

  /** The rules of the paper. */
  public static Rules correct() {
    return CORRECT;
  }

  /** These rules with another election family. */
  public Rules with(Election other) {
    return either(Election.class, other);
  }

  /** These rules with another replication family. */
  public Rules with(Replication other) {
    return either(Replication.class, other);
  }

  /** These rules with another commit family. */
  public Rules with(Commit other) {
    return either(Commit.class, other);
  }

  /** These rules with another apply family. */
  public Rules with(Apply other) {
    return either(Apply.class, other);
  }

  /** These rules with another read family. */
  public Rules with(Read other) {
    return either(Read.class, other);
  }

  /** These rules with another session family. */
  public Rules with(Session other) {
    return either(Session.class, other);
  }

  /** These rules with another membership family. */
  public Rules with(Membership other) {
    return either(Membership.class, other);
  }

  /** These rules with another durability family. */
  public Rules with(Durability other) {
    return either(Durability.class, other);
  }

  /** These rules with another log recovery family. */
  public Rules with(LogRecovery other) {
    return either(LogRecovery.class, other);
  }

  /** These rules with another disk failure family. */
  public Rules with(DiskFailure other) {
    return either(DiskFailure.class, other);
  }

  /** These rules with another boot family. */
  public Rules with(Boot other) {
    return either(Boot.class, other);
  }

  /** These rules with another guard. */
  public Rules with(Guard other) {
    return either(Guard.class, other);
  }

  private <T> Rules either(Class<T> family, T other) {
    return new Rules(
        one(Election.class, election, family, other),
        one(Replication.class, replication, family, other),
        one(Commit.class, commit, family, other),
        one(Apply.class, apply, family, other),
        one(Read.class, read, family, other),
        one(Session.class, session, family, other),
        one(Membership.class, membership, family, other),
        one(Durability.class, durability, family, other),
        one(LogRecovery.class, logRecovery, family, other),
        one(DiskFailure.class, diskFailure, family, other),
        one(Boot.class, boot, family, other),
        one(Guard.class, guard, family, other));
  }

  private static <F, T> F one(Class<F> mine, F present, Class<T> family, T other) {
    return mine == family ? mine.cast(other) : present;
  }
}
