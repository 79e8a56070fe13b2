package io.quorate.results.report;

import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.history.Operation;
import io.quorate.results.Outcome;
import io.quorate.results.judgement.Judgement;
import java.util.List;
import java.util.Locale;

/** Why a red run is red: few operations that no order explains, as a drawing and as a table. */
final class CounterexampleSection {
  /** How many violated keys are told in full. */
  static final int MAX_KEYS = 5;

  /** How many operations of a counterexample are shown. */
  static final int MAX_OPERATIONS = 60;

  private final Html html;
  private final Judgement judgement;

  private CounterexampleSection(Html html, Judgement judgement) {
    this.html = html;
    this.judgement = judgement;
  }

  static void write(Html html, Judgement judgement) {
    List<KeyVerdict> keys = judgement.analysis().keys(Verdict.NotLinearizable.class);
    if (keys.isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Why it is a violation");
    CounterexampleSection section = new CounterexampleSection(html, judgement);
    for (KeyVerdict key : keys.subList(0, Math.min(MAX_KEYS, keys.size()))) {
      if (key.verdict() instanceof Verdict.NotLinearizable violation) {
        section.key(key, violation.counterexample());
      }
    }
    if (keys.size() > MAX_KEYS) {
      html.element("p", (keys.size() - MAX_KEYS) + " more keys are violated: see verdict.json.");
    }
    html.close().line();
  }

  private void key(KeyVerdict key, Counterexample why) {
    html.open("article", "class", "card");
    html.element("h3", Outcome.object(key.key()));
    html.element("p", Format.sentence(why.sentence()), "class", "lead");
    List<Counterexample.Kept> shown =
        why.operations().subList(0, Math.min(MAX_OPERATIONS, why.operations().size()));
    IntervalDrawing.draw(html, judgement.history(), shown, why.unplaced());
    table(shown, why);
    closing(why);
    html.close().line();
  }

  private void table(List<Counterexample.Kept> shown, Counterexample why) {
    Table table =
        Table.open(
            html,
            List.of("Operation", "#process", "node", "#invoked", "#returned", "#row", "remark"));
    for (Counterexample.Kept kept : shown) {
      Operation operation = kept.operation();
      String node = operation.node();
      table
          .row(why.unplaced().contains(operation) ? "stuck" : "")
          .code(Format.operation(operation))
          .number(Long.toString(operation.process()))
          .text(node == null ? "–" : node)
          .number(Format.moment(operation.invokedNanos()))
          .number(returned(operation))
          .number(Integer.toString(operation.index()))
          .text(remark(kept, why))
          .endRow();
    }
    table.close();
  }

  private static String returned(Operation operation) {
    return operation.returnOrder() == Operation.OPEN
        ? "open for ever"
        : Format.moment(operation.completedNanos());
  }

  private static String remark(Counterexample.Kept kept, Counterexample why) {
    if (why.unplaced().contains(kept.operation())) {
      return "fits nowhere";
    }
    return kept.weakened() ? "only its write counts" : "";
  }

  private void closing(Counterexample why) {
    int hidden = why.operations().size() - MAX_OPERATIONS;
    if (hidden > 0) {
      html.element("p", hidden + " more operations of it are in verdict.json.", "class", "small");
    }
    StringBuilder text = new StringBuilder("These operations alone allow no order");
    if (why.leftOut() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; %,d more that could have written these values are ruled out by real time alone",
              why.leftOut()));
    }
    text.append('.');
    if (!why.states().isEmpty()) {
      text.append(" The object could only have held ");
      text.append(Format.cut(String.join(" or ", why.states())));
      text.append(" when the search got stuck.");
    }
    html.element("p", text.toString(), "class", "small");
  }
}
