package io.quorate.workload.library;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;

/** The functions of a register or a list, as a history names them. */
public final class Functions {
  /** Argument nil; answers the value, nil where none was ever written. */
  public static final String READ = "read";

  /** Argument the value. */
  public static final String WRITE = "write";

  /** Argument {@code [expected, replacement]}; fails with a mismatch where another value is. */
  public static final String CAS = "cas";

  /** Argument the item that goes to the end of a list; a read then answers all of it. */
  public static final String APPEND = "append";

  private Functions() {}

  /** Returns the register's value at the moment at which this operation took effect. */
  static Value valueAfter(Invocation invocation, Completion.Ok answer) {
    return switch (invocation.argument()) {
      case Value.Sequence pair -> pair.items().get(1);
      case Value.Nil nil -> answer.output();
      case Value.Int number -> number;
      case Value.Text text -> text;
    };
  }
}
