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
    return new Rules(
        other,
        replication,
        commit,
        apply,
        read,
        session,
        membership,
        durability,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another replication family. */
  public Rules with(Replication other) {
    return new Rules(
        election,
        other,
        commit,
        apply,
        read,
        session,
        membership,
        durability,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another commit family. */
  public Rules with(Commit other) {
    return new Rules(
        election,
        replication,
        other,
        apply,
        read,
        session,
        membership,
        durability,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another apply family. */
  public Rules with(Apply other) {
    return new Rules(
        election,
        replication,
        commit,
        other,
        read,
        session,
        membership,
        durability,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another read family. */
  public Rules with(Read other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        other,
        session,
        membership,
        durability,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another session family. */
  public Rules with(Session other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        read,
        other,
        membership,
        durability,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another membership family. */
  public Rules with(Membership other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        read,
        session,
        other,
        durability,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another durability family. */
  public Rules with(Durability other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        read,
        session,
        membership,
        other,
        logRecovery,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another log recovery family. */
  public Rules with(LogRecovery other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        read,
        session,
        membership,
        durability,
        other,
        diskFailure,
        boot,
        guard);
  }

  /** These rules with another disk failure family. */
  public Rules with(DiskFailure other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        read,
        session,
        membership,
        durability,
        logRecovery,
        other,
        boot,
        guard);
  }

  /** These rules with another boot family. */
  public Rules with(Boot other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        read,
        session,
        membership,
        durability,
        logRecovery,
        diskFailure,
        other,
        guard);
  }

  /** These rules with another guard. */
  public Rules with(Guard other) {
    return new Rules(
        election,
        replication,
        commit,
        apply,
        read,
        session,
        membership,
        durability,
        logRecovery,
        diskFailure,
        boot,
        other);
  }
}
