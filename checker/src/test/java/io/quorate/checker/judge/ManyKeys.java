package io.quorate.checker.judge;

import io.quorate.checker.Analysis;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.model.Models;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import java.util.List;

/** Histories of several keys, made of one random history each, half of them with lies. */
final class ManyKeys {
  private ManyKeys() {}

  static History of(int keys, int operations, int processes) {
    History.Builder builder =
        History.builder(new Header(1, "cas-register", FailedCas.OBSERVE, 0, List.of()));
    for (int key = 0; key < keys; key++) {
      RandomHistory shape =
          new RandomHistory(operations + key, processes, 0, 0.05, key % 2 * 0.05, 0.5);
      append(builder, shape.draw(Models.casRegister(), key), key, 10_000L * key);
    }
    return builder.build();
  }

  /** Appends {@code part}, one operation at a time in the order of its events. */
  private static void append(History.Builder builder, History part, int key, long shift) {
    int events = 2 * part.size();
    for (long order = 0; order < events; order++) {
      for (int row = 0; row < part.size(); row++) {
        Operation o = part.operation(row);
        long process = o.process() + shift;
        if (o.invokeOrder() == order) {
          Invocation keyed =
              new Invocation(o.invocation().function(), "k" + key, o.invocation().argument());
          builder.add(new Entry.Invoked(order, order, process, keyed, null));
        } else if (o.returnOrder() == order) {
          builder.add(new Entry.Completed(order, process, o.completion(), null));
        }
      }
    }
  }

  static List<String> verdicts(Analysis analysis) {
    return analysis.keys().stream().map(key -> key.key() + " " + key.verdict()).toList();
  }
}
