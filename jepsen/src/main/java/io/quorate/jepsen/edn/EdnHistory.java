package io.quorate.jepsen.edn;

import clojure.lang.AFn;
import clojure.lang.EdnReader;
import clojure.lang.Keyword;
import clojure.lang.PersistentHashMap;
import clojure.lang.Symbol;
import clojure.lang.TaggedLiteral;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.file.MalformedFileException;
import io.quorate.history.foreign.Event;
import io.quorate.history.foreign.Events;
import io.quorate.jepsen.Op;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history of Jepsen or Knossos: one operation map after another, or one vector or list of
 * them, operation by operation, so that the file need not fit in memory.
 *
 * <p>The history names no model, and what failed did not happen ({@code ignore}).
 */
public final class EdnHistory {
  private static final int LONGEST_COMPLAINT = 120;
  private static final String REMEDY =
      "an operation reads {:process 0, :type :invoke, :f :read, :value nil}";

  private static final Object OPTIONS = options();

  private final GuardedReader guard;
  private final PushbackReader in;
  private char close;

  private EdnHistory(String source, InputStream bytes) {
    guard =
        new GuardedReader(
            source, new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    in = new PushbackReader(guard, 2);
  }

  /**
   * Reads all of {@code file}, of one object or of independent keys.
   *
   * @throws MalformedFileException where it is no such history
   * @throws UncheckedIOException where it cannot be read
   */
  public static History read(Path file) {
    History plain = read(file, false);
    return Events.looksKeyed(plain) ? read(file, true) : plain;
  }

  private static History read(Path file, boolean keyed) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(file.toString(), bytes, keyed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the history " + file + ": " + e, e);
    }
  }

  /**
   * Reads all of {@code bytes}, which errors call {@code source}.
   *
   * @param keyed whether each value is {@code [key value]}
   */
  public static History read(String source, InputStream bytes, boolean keyed) {
    Header header = new Header(Header.CURRENT_VERSION, "unknown", FailedCas.IGNORE, 0, List.of());
    Events events = new Events(source, header, keyed);
    EdnHistory history = new EdnHistory(source, bytes);
    try {
      history.open();
      while (history.more()) {
        Event event = history.event();
        if (event != null) {
          events.add(history.guard.line(), event);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + source + ": " + e.getMessage(), e);
    }
    return events.build();
  }

  /** Enters the vector or list that holds the operations, where there is one. */
  private void open() throws IOException {
    int first = peek();
    if (first == '[' || first == '(') {
      in.skip(1);
      close = first == '[' ? ']' : ')';
    }
  }

  /** Goes to the next operation; false at the end. */
  private boolean more() throws IOException {
    int next = peek();
    if (close != 0 && next == close) {
      in.skip(1);
      if (peek() >= 0) {
        throw guard.malformed("something after the history's end", REMEDY);
      }
      return false;
    }
    if (close != 0 && next < 0) {
      throw guard.malformed(
          "the file ends before its closing " + close, "look for what is missing");
    }
    return next >= 0;
  }

  /** Returns the next character that is no space, remark or discarded form, without taking it. */
  private int peek() throws IOException {
    while (true) {
      guard.startOperation();
      int c = in.read();
      if (c == ';') {
        skipLine();
      } else if (c == '#' && discards()) {
        form();
      } else if (c < 0 || (!Character.isWhitespace(c) && c != ',')) {
        if (c >= 0) {
          in.unread(c);
        }
        return c;
      }
    }
  }

  private void skipLine() throws IOException {
    int c = in.read();
    while (c >= 0 && c != '\n') {
      guard.startOperation();
      c = in.read();
    }
  }

  private boolean discards() throws IOException {
    int c = in.read();
    if (c >= 0 && c != '_') {
      in.unread(c);
    }
    return c == '_';
  }

  private @Nullable Event event() {
    Object form = form();
    try {
      return Op.event(form instanceof TaggedLiteral record ? record.form : form);
    } catch (IllegalArgumentException e) {
      throw guard.malformed(String.valueOf(e.getMessage()), REMEDY);
    }
  }

  private Object form() {
    try {
      return EdnReader.read(in, true, null, false, OPTIONS);
    } catch (MalformedFileException e) {
      throw e;
    } catch (RuntimeException e) {
      throw guard.malformed("no data of Clojure: " + complaint(e), REMEDY);
    }
  }

  /** Returns what the reader complained of, short and harmless to a terminal. */
  private static String complaint(RuntimeException e) {
    String said = String.valueOf(e.getMessage());
    return said.chars()
        .limit(LONGEST_COMPLAINT)
        .mapToObj(c -> Character.isISOControl(c) ? " " : Character.toString(c))
        .reduce("", String::concat);
  }

  /** Every tag is kept as data, also the two that Clojure would make objects of. */
  private static Object options() {
    return PersistentHashMap.create(
        Keyword.intern("default"),
        new AFn() {
          @Override
          public Object invoke(Object tag, Object form) {
            return TaggedLiteral.create((Symbol) tag, form);
          }
        },
        Keyword.intern("readers"),
        PersistentHashMap.create(
            Symbol.intern("inst"), kept("inst"), Symbol.intern("uuid"), kept("uuid")));
  }

  private static AFn kept(String tag) {
    return new AFn() {
      @Override
      public Object invoke(Object form) {
        return TaggedLiteral.create(Symbol.intern(tag), form);
      }
    };
  }
}
