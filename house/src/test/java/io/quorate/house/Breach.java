package io.quorate.house;

/**
 * One place where a rule is not kept.
 *
 * @param where the place: {@code Foo.java:17}, or a class or package
 * @param what what is wrong there, in words
 */
record Breach(String where, String what) {
  @Override
  public String toString() {
    return where + ": " + what;
  }
}
