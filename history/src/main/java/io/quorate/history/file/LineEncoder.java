package io.quorate.history.file;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.history.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a history. */
final class LineEncoder {
  private final JsonWriter json;

  LineEncoder(JsonWriter json) {
    this.json = json;
  }

  void header(Header header) {
    json.reset();
    HeaderForm.write(json, header);
    json.endLine();
  }

  /** Writes an invocation; the value of one without argument and an own due time are left out. */
  void invoked(long order, Entry.Invoked e) {
    begin(order, e.timeNanos());
    if (e.dueNanos() != e.timeNanos()) {
      number(Field.DUE, e.dueNanos());
    }
    operation("invoke", e.process(), e.invocation());
    if (!(e.invocation().argument() instanceof Value.Nil)) {
      value(e.invocation().argument());
    }
    node(e.node());
    end();
  }

  /** Writes the completion of {@code asked}. */
  void completed(long order, Entry.Completed e, Invocation asked) {
    begin(order, e.timeNanos());
    switch (e.completion()) {
      case Completion.Ok(Value output) -> {
        operation("ok", e.process(), asked);
        value(output);
        node(e.node());
      }
      case Completion.Fail(String error) -> doubt("fail", e, asked, error);
      case Completion.Info(String error) -> doubt("info", e, asked, error);
    }
    end();
  }

  /** Writes a phase of a disturbance. */
  void disturbed(long order, Entry.Disturbed e) {
    begin(order, e.timeNanos());
    text(Field.FAULT, e.fault());
    text(Field.ID, e.id());
    text(Field.PHASE, Words.word(e.phase()));
    if (!e.links().isEmpty()) {
      json.name(Field.LINKS.key());
      FaultForm.writeLinks(json, e.links());
    }
    if (!e.nodes().isEmpty()) {
      json.name(Field.NODES.key());
      FaultForm.writeNodes(json, e.nodes());
    }
    if (e.evidence() != null) {
      json.name(Field.EVIDENCE.key());
      FaultForm.writeEvidence(json, e.evidence());
    }
    end();
  }

  private void doubt(String type, Entry.Completed e, Invocation asked, String error) {
    operation(type, e.process(), asked);
    node(e.node());
    text(Field.ERR, error);
  }

  private void operation(String type, long process, Invocation invocation) {
    text(Field.TYPE, type);
    number(Field.P, process);
    text(Field.F, invocation.function());
    if (invocation.key() != null) {
      text(Field.K, invocation.key());
    }
  }

  private void begin(long order, long timeNanos) {
    json.reset();
    json.beginObject();
    number(Field.I, order);
    number(Field.T, timeNanos);
  }

  private void end() {
    json.endObject();
    json.endLine();
  }

  private void value(Value value) {
    json.name(Field.V.key());
    ValueForm.write(json, value);
  }

  private void node(@Nullable String node) {
    if (node != null) {
      text(Field.NODE, node);
    }
  }

  private void number(Field field, long number) {
    json.name(field.key());
    json.integer(number);
  }

  private void text(Field field, String text) {
    json.name(field.key());
    json.text(text);
  }
}
