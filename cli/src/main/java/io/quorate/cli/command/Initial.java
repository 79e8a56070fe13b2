package io.quorate.cli.command;

import io.quorate.history.Value;
import picocli.CommandLine.ITypeConverter;

/** A value as typed: nil, a 64-bit integer, or else a text. */
final class Initial implements ITypeConverter<Value> {
  @Override
  public Value convert(String word) {
    if (word.equals("nil")) {
      return Value.NIL;
    }
    try {
      return Value.of(Long.parseLong(word));
    } catch (NumberFormatException noNumber) {
      return Value.of(word);
    }
  }
}
