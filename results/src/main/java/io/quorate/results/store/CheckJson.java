package io.quorate.results.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quorate.checker.Analysis;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Standstill;
import io.quorate.checker.Verdict;
import io.quorate.history.Completion;
import io.quorate.history.Operation;

/** The checker's answer as JSON. */
final class CheckJson {
  private CheckJson() {}

  static ObjectNode summary(Analysis analysis) {
    ObjectNode json = Json.object();
    json.put("model", analysis.model());
    json.put("failedCas", Json.word(analysis.failedCas()));
    json.put("operations", analysis.operations());
    json.put("configurations", analysis.configurations());
    json.put("nanos", analysis.nanos());
    json.put("linearizableKeys", analysis.keys(Verdict.Linearizable.class).size());
    json.put("violatedKeys", analysis.keys(Verdict.NotLinearizable.class).size());
    json.put("undecidedKeys", analysis.keys(Verdict.Undecided.class).size());
    return json;
  }

  static ArrayNode violations(Analysis analysis) {
    ArrayNode array = Json.array();
    for (KeyVerdict key : analysis.keys(Verdict.NotLinearizable.class)) {
      if (key.verdict() instanceof Verdict.NotLinearizable violation) {
        array.add(violation(key, violation.counterexample()));
      }
    }
    return array;
  }

  private static ObjectNode violation(KeyVerdict key, Counterexample why) {
    ObjectNode json = Json.object();
    json.put("key", key.key());
    json.put("sentence", why.sentence());
    ArrayNode operations = json.putArray("operations");
    why.operations().forEach(kept -> operations.add(kept(kept)));
    json.put("leftOut", why.leftOut());
    json.set("states", Json.texts(why.states()));
    ArrayNode unplaced = json.putArray("unplacedRows");
    why.unplaced().forEach(operation -> unplaced.add(operation.index()));
    return json;
  }

  private static ObjectNode kept(Counterexample.Kept kept) {
    Operation operation = kept.operation();
    ObjectNode json = Json.object();
    json.put("row", operation.index());
    json.put("process", operation.process());
    json.put("function", operation.invocation().function());
    json.set("argument", Json.value(operation.invocation().argument()));
    json.put("completion", Json.word(operation.completion().kind()));
    switch (operation.completion()) {
      case Completion.Ok ok -> json.set("output", Json.value(ok.output()));
      case Completion.Fail fail -> json.put("error", fail.error());
      case Completion.Info info -> json.put("error", info.error());
    }
    json.put("invokedNanos", operation.invokedNanos());
    if (operation.completedNanos() != Operation.OPEN) {
      json.put("completedNanos", operation.completedNanos());
    }
    json.put("node", operation.node());
    json.put("onlyItsWriteCounts", kept.weakened());
    return json;
  }

  /** The linearization orders, as rows of the history; none where they were not asked for. */
  static ArrayNode orders(Analysis analysis) {
    ArrayNode array = Json.array();
    for (KeyVerdict key : analysis.keys(Verdict.Linearizable.class)) {
      if (key.verdict() instanceof Verdict.Linearizable legal && !legal.order().isEmpty()) {
        ArrayNode rows = array.addObject().put("key", key.key()).putArray("rows");
        legal.order().forEach(rows::add);
      }
    }
    return array;
  }

  static ArrayNode undecided(Analysis analysis) {
    ArrayNode array = Json.array();
    for (KeyVerdict key : analysis.keys(Verdict.Undecided.class)) {
      if (key.verdict() instanceof Verdict.Undecided undecided) {
        ObjectNode json = array.addObject().put("key", key.key()).put("why", undecided.why());
        Standstill where = undecided.where();
        if (where != null) {
          json.put("stuckRow", where.row()).put("unknown", where.unknown());
          where.unknownRows().forEach(json.putArray("unknownRows")::add);
        }
      }
    }
    return array;
  }
}
