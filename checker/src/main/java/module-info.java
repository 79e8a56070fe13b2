/**
 * The checker: is a recorded history linearizable, and if not, why.
 *
 * <p>Start reading at {@link io.quorate.checker.judge.Checker}.
 */
module io.quorate.checker {
  requires transitive io.quorate.history;
  requires static org.jspecify;

  exports io.quorate.checker;
  exports io.quorate.checker.judge;
  exports io.quorate.checker.laws;
  exports io.quorate.checker.model;
  exports io.quorate.checker.power;
  exports io.quorate.checker.severity;
  exports io.quorate.checker.state;
  exports io.quorate.checker.stream;
}
