package io.quorate.results.report;

import io.quorate.checker.Counterexample;
import io.quorate.history.Disturbance;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.results.measures.Window;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The operations of a counterexample as intervals, a row each in the order of invocation.
 *
 * <p>The horizontal axis is the order of the record and not time: linearizability asks only which
 * operation returned before which was invoked, and a read of a millisecond beside a fault of ten
 * seconds would be a dot. The times stand at the ends. Drawn with attributes alone, since the
 * page's policy allows no inline style.
 */
final class IntervalDrawing {
  private static final int LEFT = 150;
  private static final int RIGHT = 30;
  private static final int TOP = 34;
  private static final int ROW = 52;
  private static final int BAR = 16;
  private static final int MIN_WIDTH = 860;
  private static final int STEP = 74;
  private static final int LETTER = 8;
  private static final int MAX_LABEL = 48;

  private final Html html;
  private final List<Counterexample.Kept> kept;
  private final List<Operation> stuck;
  private final List<Long> columns;
  private final List<Disturbance> faults;
  private final int width;

  private IntervalDrawing(
      Html html, History history, List<Counterexample.Kept> kept, List<Operation> stuck) {
    this.html = html;
    this.kept = kept;
    this.stuck = stuck;
    SortedSet<Long> orders = new TreeSet<>();
    for (Counterexample.Kept one : kept) {
      orders.add(one.operation().invokeOrder());
      orders.add(one.operation().returnOrder());
    }
    orders.remove(Operation.OPEN);
    this.columns = List.copyOf(orders);
    this.faults = history.disturbances().stream().filter(this::touches).toList();
    this.width = Math.max(MIN_WIDTH, LEFT + RIGHT + columns.size() * STEP);
  }

  static void draw(
      Html html, History history, List<Counterexample.Kept> kept, List<Operation> stuck) {
    if (!kept.isEmpty()) {
      new IntervalDrawing(html, history, kept, stuck).draw();
    }
  }

  private void draw() {
    int height = TOP + kept.size() * ROW + faults.size() * 20 + 14;
    html.open("div", "class", "scroll")
        .open(
            "svg",
            "xmlns",
            "http://www.w3.org/2000/svg",
            "class",
            "intervals",
            "width",
            Integer.toString(width),
            "height",
            Integer.toString(height),
            "viewBox",
            "0 0 " + width + " " + height,
            "role",
            "img",
            "aria-label",
            "The operations as intervals in the order of the record");
    for (int i = 0; i < faults.size(); i++) {
      fault(faults.get(i), TOP + kept.size() * ROW + 8 + i * 20, height);
    }
    label(LEFT, 16, "start", "axis", "order of the record →");
    for (int row = 0; row < kept.size(); row++) {
      operation(kept.get(row).operation(), TOP + row * ROW);
    }
    html.close().close().line();
  }

  private void operation(Operation operation, int y) {
    boolean open = operation.returnOrder() == Operation.OPEN;
    int from = x(operation.invokeOrder());
    int to = open ? width - RIGHT / 2 : x(operation.returnOrder());
    String function = operation.invocation().function();
    String kind = List.of("read", "write", "cas").contains(function) ? function : "other";
    String classes = "bar " + kind + (open ? " open" : "") + (stuck(operation) ? " stuck" : "");
    line(LEFT - 6, y + 20 + BAR / 2, width, "rail");
    label(6, y + 24, "start", "who", "process " + operation.process());
    label(6, y + 40, "start", "where", operation.node() == null ? "" : "at " + operation.node());
    html.empty(
        "rect",
        "class",
        classes,
        "x",
        s(from),
        "y",
        s(y + 20),
        "width",
        s(Math.max(6, to - from)),
        "height",
        s(BAR),
        "rx",
        "4");
    String text = clip(Format.operation(operation));
    boolean left = from + text.length() * LETTER < width;
    label(left ? from : width - 4, y + 14, left ? "start" : "end", "what", text);
    label(from, y + 20 + BAR + 13, "start", "when", Format.moment(operation.invokedNanos()));
    if (!open && to - from > 2 * STEP - 10) {
      label(to, y + 20 + BAR + 13, "end", "when", Format.moment(operation.completedNanos()));
    }
  }

  private boolean stuck(Operation operation) {
    return stuck.contains(operation);
  }

  private void fault(Disturbance fault, int y, int height) {
    Window felt = Window.felt(fault, Long.MAX_VALUE / 2);
    int from = width;
    int to = 0;
    for (Counterexample.Kept one : kept) {
      Operation o = one.operation();
      if (felt.holds(o.invokedNanos())) {
        from = Math.min(from, x(o.invokeOrder()));
        to = Math.max(to, x(o.invokeOrder()));
      }
      if (o.returnOrder() != Operation.OPEN && felt.holds(o.completedNanos())) {
        from = Math.min(from, x(o.returnOrder()));
        to = Math.max(to, x(o.returnOrder()));
      }
    }
    html.empty(
        "rect",
        "class",
        "fault",
        "x",
        s(from - 8),
        "y",
        s(TOP - 8),
        "width",
        s(to - from + 16),
        "height",
        s(height - TOP));
    String text = clip(fault.id() + " " + fault.fault());
    boolean left = from + text.length() * LETTER < width;
    label(left ? from - 2 : width - 4, y + 8, left ? "start" : "end", "faultname", text);
  }

  private boolean touches(Disturbance fault) {
    if (fault.commandedNanos() == Disturbance.NEVER) {
      return false;
    }
    Window felt = Window.felt(fault, Long.MAX_VALUE / 2);
    return kept.stream()
        .map(Counterexample.Kept::operation)
        .anyMatch(o ->
            felt.holds(o.invokedNanos())
                || (o.returnOrder() != Operation.OPEN && felt.holds(o.completedNanos())));
  }

  private int x(long order) {
    int column = columns.indexOf(order);
    int room = width - LEFT - RIGHT;
    return LEFT + (int) ((column + 0.2) * room / Math.max(1, columns.size()));
  }

  private void line(int from, int y, int to, String css) {
    html.empty("line", "class", css, "x1", s(from), "x2", s(to), "y1", s(y), "y2", s(y));
  }

  private void label(int x, int y, String anchor, String css, String text) {
    html.element("text", text, "class", css, "x", s(x), "y", s(y), "text-anchor", anchor);
  }

  private static String clip(String text) {
    return text.length() <= MAX_LABEL ? text : text.substring(0, MAX_LABEL) + " …";
  }

  private static String s(int number) {
    return Integer.toString(number);
  }
}
