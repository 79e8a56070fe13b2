package io.quorate.history.foreign;

import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values in the notation of Clojure, as far as one line of text holds them: nil, integers, texts,
 * vectors, lists, sets and maps. A keyword is the text of its name; every other word is a text.
 */
final class EdnText {
  /** Most collections within one another. */
  static final int MAX_DEPTH = 32;

  private static final String ENDS = " \t\r,[](){}\";";

  private final String text;
  private int at;
  private int depth;

  EdnText(String text, int from) {
    this.text = text;
    at = from;
  }

  /** What stands at {@link #offset} is no value. */
  static final class MalformedTextException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int offset;

    MalformedTextException(int offset, String what) {
      super(what, null, false, false);
      this.offset = offset;
    }

    int offset() {
      return offset;
    }
  }

  int offset() {
    return at;
  }

  /** Whether nothing but space is left. */
  boolean ended() {
    skip();
    return at == text.length() || text.charAt(at) == ';';
  }

  /** Reads one value. */
  Value value() {
    if (ended()) {
      throw wrong("a value is missing");
    }
    return switch (text.charAt(at)) {
      case '"' -> Value.of(quoted());
      case '[' -> new Value.Sequence(items(1, ']'));
      case '(' -> new Value.Sequence(items(1, ')'));
      case '{' -> pairs(map());
      case '#' -> text.startsWith("#{", at) ? set() : word();
      case ']', ')', '}' -> throw wrong("a bracket that nothing opened");
      default -> word();
    };
  }

  /** Reads a map whose keys are keywords or texts. */
  Map<String, Value> map() {
    if (ended() || text.charAt(at) != '{') {
      throw wrong("a map, which begins with {, is missing");
    }
    List<Value> all = items(1, '}');
    if (all.size() % 2 != 0) {
      throw wrong("a map with a key that has no value");
    }
    Map<String, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i += 2) {
      if (map.put(Events.name(all.get(i)), all.get(i + 1)) != null) {
        throw wrong("a map with the key " + Events.name(all.get(i)) + " twice");
      }
    }
    return map;
  }

  private static Value pairs(Map<String, Value> map) {
    List<Value> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(Value.sequence(Value.of(key), value)));
    pairs.sort(Comparator.comparing(Value::toString));
    return new Value.Sequence(pairs);
  }

  private Value set() {
    List<Value> items = items(2, '}');
    return new Value.Sequence(
        items.stream().sorted(Comparator.comparing(Value::toString)).toList());
  }

  private List<Value> items(int opening, char end) {
    if (++depth > MAX_DEPTH) {
      throw wrong("more than " + MAX_DEPTH + " collections within one another");
    }
    at += opening;
    List<Value> items = new ArrayList<>();
    while (true) {
      if (ended()) {
        throw wrong("a collection without its closing " + end);
      }
      if (text.charAt(at) == end) {
        at++;
        depth--;
        return items;
      }
      items.add(value());
    }
  }

  private Value word() {
    int from = at;
    while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw wrong("no value begins with " + text.charAt(at));
    }
    String word = text.substring(from, at);
    if (word.equals("nil")) {
      return Value.NIL;
    }
    if (word.startsWith(":") && word.length() > 1) {
      return Value.of(word.substring(1));
    }
    try {
      return Value.of(Long.parseLong(word));
    } catch (NumberFormatException noNumber) {
      return Value.of(word);
    }
  }

  private String quoted() {
    StringBuilder content = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return content.toString();
      }
      content.append(c == '\\' ? escaped() : c);
    }
    throw wrong("a text without its closing quote");
  }

  /** Reads what follows a backslash, up to its last character. */
  private char escaped() {
    at++;
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\' -> c;
      case 'u' -> unicode();
      default -> throw wrong("an escape that is none");
    };
  }

  private char unicode() {
    if (at + 4 >= text.length()) {
      throw wrong("an escape that is cut short");
    }
    int code = 0;
    for (int end = at + 4; at < end; ) {
      int digit = Character.digit(text.charAt(++at), 16);
      if (digit < 0) {
        throw wrong("an escape that is none");
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  private void skip() {
    while (at < text.length() && " \t\r,".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private MalformedTextException wrong(String what) {
    return new MalformedTextException(at, what);
  }
}
