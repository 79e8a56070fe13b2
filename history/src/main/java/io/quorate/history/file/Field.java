package io.quorate.history.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a line of a history, and which of them each kind of line has. */
enum Field {
  I("i"),
  T("t"),
  DUE("due"),
  TYPE("type"),
  P("p"),
  F("f"),
  K("k"),
  V("v"),
  NODE("node"),
  ERR("err"),
  FAULT("fault"),
  ID("id"),
  PHASE("phase"),
  LINKS("links"),
  NODES("nodes"),
  EVIDENCE("evidence");

  private static final Map<String, Field> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(field -> field.key, field -> field));

  static final Shape INVOKE = new Shape("an invoke", EnumSet.of(I, T, TYPE, P, F), DUE, K, V, NODE);
  static final Shape OK = new Shape("an ok", EnumSet.of(I, T, TYPE, P, F), K, V, NODE);
  static final Shape DOUBT =
      new Shape("a fail or info", EnumSet.of(I, T, TYPE, P, F), K, NODE, ERR);
  static final Shape DISTURBED =
      new Shape("a fault line", EnumSet.of(I, T, FAULT, ID, PHASE), LINKS, NODES, EVIDENCE);

  private final String key;

  Field(String key) {
    this.key = key;
  }

  /** The name in the file. */
  String key() {
    return key;
  }

  static @Nullable Field of(String key) {
    return BY_NAME.get(key);
  }

  /** Returns all names, for people. */
  static String known() {
    return String.join(", ", new TreeMap<>(BY_NAME).keySet());
  }

  /** A kind of line: the fields it must have and those it may have. */
  record Shape(String name, Set<Field> required, Set<Field> allowed) {
    Shape(String name, EnumSet<Field> required, Field first, Field... rest) {
      this(name, required, EnumSet.of(first, rest));
      allowed.addAll(required);
    }

    /** Returns what is wrong with a line of exactly the fields {@code present}, or null. */
    @Nullable String complaint(EnumSet<Field> present) {
      if (present.containsAll(required) && allowed.containsAll(present)) {
        return null;
      }
      for (Field field : required) {
        if (!present.contains(field)) {
          return name + " needs the field " + field.key;
        }
      }
      EnumSet<Field> strange = EnumSet.copyOf(present);
      strange.removeAll(allowed);
      return name + " has no field " + strange.iterator().next().key;
    }
  }
}
