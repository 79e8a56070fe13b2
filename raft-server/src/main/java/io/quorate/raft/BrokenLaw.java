package io.quorate.raft;

/** One of Raft's own laws does not hold: a defect of this program, never of the world. */
public final class BrokenLaw extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Says which law, and what was seen. */
  public BrokenLaw(String law) {
    super(law);
  }
}
