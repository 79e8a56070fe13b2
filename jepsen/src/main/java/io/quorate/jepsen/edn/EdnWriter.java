package io.quorate.jepsen.edn;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.history.Value;
import io.quorate.history.file.HistoryReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history of ours as Jepsen has them, a map a line, in the order it was recorded.
 *
 * <p>A key and its value become {@code [key value]}, as {@code jepsen.independent} has it; a
 * write's completion repeats what was written; a phase of a disturbance is an {@code :info} of the
 * nemesis.
 */
public final class EdnWriter {
  private static final Pattern WORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9_?!*+-]*");

  private final Appendable out;
  private final Map<Long, Invocation> open = new HashMap<>();
  private long index;

  private EdnWriter(Appendable out) {
    this.out = out;
  }

  /** Copies every entry that is left in {@code from} to {@code out}; closes neither. */
  public static void copy(HistoryReader from, Appendable out) throws IOException {
    EdnWriter writer = new EdnWriter(out);
    for (Entry entry = from.next(); entry != null; entry = from.next()) {
      writer.write(entry);
    }
  }

  private void write(Entry entry) throws IOException {
    switch (entry) {
      case Entry.Invoked e -> {
        open.put(e.process(), e.invocation());
        operation("invoke", e.process(), e.invocation(), e.invocation().argument());
        end(e.timeNanos(), e.node(), null);
      }
      case Entry.Completed e -> completed(e);
      case Entry.Disturbed e -> disturbed(e);
    }
  }

  private void completed(Entry.Completed e) throws IOException {
    Invocation asked = open.remove(e.process());
    if (asked == null) {
      throw new IllegalStateException("a reader gave a completion of nothing: " + e);
    }
    switch (e.completion()) {
      case Completion.Ok(Value output) -> {
        Value said = output.equals(Value.NIL) ? asked.argument() : output;
        operation("ok", e.process(), asked, said);
        end(e.timeNanos(), e.node(), null);
      }
      case Completion.Fail(String error) -> {
        operation("fail", e.process(), asked, asked.argument());
        end(e.timeNanos(), e.node(), error);
      }
      case Completion.Info(String error) -> {
        operation("info", e.process(), asked, asked.argument());
        end(e.timeNanos(), e.node(), error);
      }
    }
  }

  private void operation(String type, long process, Invocation asked, Value value)
      throws IOException {
    begin(type, Long.toString(process), asked.function());
    if (asked.key() == null) {
      value(value);
    } else {
      value(Value.sequence(Value.of(asked.key()), value));
    }
  }

  private void disturbed(Entry.Disturbed e) throws IOException {
    begin("info", ":nemesis", e.fault().split(" ", 2)[0]);
    out.append("{:id ");
    text(e.id());
    out.append(", :fault ");
    text(e.fault());
    out.append(", :phase :").append(e.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    out.append(", :links [");
    for (Link link : e.links()) {
      value(Value.sequence(Value.of(link.from()), Value.of(link.to())));
    }
    out.append("], :nodes ");
    value(new Value.Sequence(e.nodes().stream().map(Value::of).toList()));
    out.append('}');
    end(e.timeNanos(), null, null);
  }

  private void begin(String type, String process, String function) throws IOException {
    out.append("{:index ").append(Long.toString(index++));
    out.append(", :type :").append(type);
    out.append(", :process ").append(process).append(", :f ");
    if (WORD.matcher(function).matches()) {
      out.append(':').append(function);
    } else {
      text(function);
    }
    out.append(", :value ");
  }

  private void end(long nanos, @Nullable String node, @Nullable String error) throws IOException {
    out.append(", :time ").append(Long.toString(nanos));
    if (node != null) {
      out.append(", :node ");
      text(node);
    }
    if (error != null) {
      out.append(", :error ");
      text(error);
    }
    out.append("}\n");
  }

  private void value(Value value) throws IOException {
    switch (value) {
      case Value.Nil nil -> out.append("nil");
      case Value.Int(long number) -> out.append(Long.toString(number));
      case Value.Text(String text) -> text(text);
      case Value.Sequence(List<Value> items) -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : " ");
          value(items.get(i));
        }
        out.append(']');
      }
    }
  }

  private void text(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> character(c);
      }
    }
    out.append('"');
  }

  /** Control characters, and halves of a pair that no encoding can hold, are written out. */
  private void character(char c) throws IOException {
    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
