package io.quorate.checker;

import io.quorate.history.Value;
import java.util.List;

/**
 * A model whose every call reads, writes or compares-and-sets one value.
 *
 * <p>More objects are registers than bear the name: a mutex is one that goes from free to held and
 * back by compare-and-set. What is written in these terms gets the fast searches and the small
 * counterexamples.
 */
public interface RegisterModel extends Model<Value> {
  /**
   * Returns what {@code call} does to the register.
   *
   * @throws IllegalArgumentException when no object of this kind knows the function or argument
   */
  Access access(Call call);

  @Override
  default List<Value> step(Value state, Call call) {
    return switch (access(call)) {
      case Access.Read read -> read.value().equals(state) ? List.of(state) : List.of();
      case Access.Write write -> List.of(write.value());
      case Access.Cas cas -> cas.from().equals(state) ? List.of(cas.to()) : List.of();
      case Access.Differs differs -> differs.value().equals(state) ? List.of() : List.of(state);
      case Access.Nothing nothing -> List.of(state);
    };
  }

  @Override
  default boolean pure(Call call) {
    return switch (access(call)) {
      case Access.Read read -> true;
      case Access.Differs differs -> true;
      case Access.Nothing nothing -> true;
      case Access.Cas cas -> cas.from().equals(cas.to());
      case Access.Write write -> false;
    };
  }
}
