package io.quorate.checker.laws;

/** A vote that a node gave. */
final class Ballot {
  final String voter;
  final String candidate;
  final long term;
  final int life;
  final long boot;
  final long sequence;

  /** A number that the write of the vote does not exceed. */
  final long write;

  boolean durable;

  Ballot(NodeState voter, long sequence, String candidate, long write) {
    this.voter = voter.node;
    this.candidate = candidate;
    this.term = voter.term;
    this.life = voter.life;
    this.boot = voter.boot;
    this.sequence = sequence;
    this.write = write;
  }
}
