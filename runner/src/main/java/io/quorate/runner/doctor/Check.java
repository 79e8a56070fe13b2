package io.quorate.runner.doctor;

/**
 * One thing looked at.
 *
 * @param place where: {@code this machine}, or a node's name
 * @param what the thing: {@code java}, {@code disk}
 * @param state whether it is there
 * @param found what was seen
 * @param remedy what to do where it is missing; empty where it is there
 */
public record Check(String place, String what, State state, String found, String remedy) {
  /** Whether a thing is there. */
  public enum State {
    /** It is. */
    OK,
    /** It is not, and something will be less than it could be. */
    WANTING,
    /** It is not, and no run can be made. */
    MISSING
  }

  static Check ok(String place, String what, String found) {
    return new Check(place, what, State.OK, found, "");
  }

  static Check wanting(String place, String what, String found, String remedy) {
    return new Check(place, what, State.WANTING, found, remedy);
  }

  static Check missing(String place, String what, String found, String remedy) {
    return new Check(place, what, State.MISSING, found, remedy);
  }

  /** Whether it is there. */
  public boolean isOk() {
    return state == State.OK;
  }

  /** Returns it in one sentence. */
  public String sentence() {
    return place + ", " + what + ": " + found + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
