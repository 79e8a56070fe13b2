package io.quorate.nemesis.yaml;

/** What was written cannot be understood; the message is one sentence that says where and why. */
public final class YamlException extends RuntimeException {
  /** Says {@code sentence}. */
  public YamlException(String sentence) {
    super(sentence);
  }
}
