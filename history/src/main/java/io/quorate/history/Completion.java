package io.quorate.history;

/**
 * How an operation ended, as the client knows it. Doubt is {@link Info}, never {@link Fail}.
 *
 * <p>{@code Fail} is a promise that the operation did not and will not take effect. A client that
 * cannot promise it (time-out, lost connection, an answer it does not understand) says {@code
 * Info}; the operation then stays open for ever, since it may take effect at any later moment.
 */
public sealed interface Completion {
  /** Returns which of the three it is. */
  default Kind kind() {
    return switch (this) {
      case Ok ok -> Kind.OK;
      case Fail fail -> Kind.FAIL;
      case Info info -> Kind.INFO;
    };
  }

  /** The three ways to end, without what they carry. */
  enum Kind {
    /** {@link Completion.Ok}. */
    OK,
    /** {@link Completion.Fail}. */
    FAIL,
    /** {@link Completion.Info}. */
    INFO
  }

  /** It took effect between invocation and completion and returned {@code output}. */
  record Ok(Value output) implements Completion {}

  /** It surely did not take effect, for the reason {@code error}. */
  record Fail(String error) implements Completion {
    /**
     * The error of a cas that the system executed and refused since the value differed: an
     * observation, where the plan says so, and not only the absence of an effect.
     */
    public static final String MISMATCH = "mismatch";
  }

  /** Nobody knows whether it took effect, for the reason {@code error}. */
  record Info(String error) implements Completion {
    /** The error of an operation that the record ends without completing. */
    public static final String OPEN = "open";
  }
}
