package io.quorate.history.file;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.history.Value;
import io.quorate.history.json.JsonReader;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation or fault line while it is read, its fields in any order. */
final class LineDecoder {
  private static final Words<Entry.Phase> PHASES = new Words<>("phase", Entry.Phase.values());
  private static final List<String> TYPES = List.of("invoke", "ok", "fail", "info");
  private static final String REMEDY = "see the lines in docs/history-format.md";

  private final JsonReader json;
  private final EnumSet<Field> present = EnumSet.noneOf(Field.class);
  private long order;
  private long time;
  private long due;
  private long process;
  private String type = "";
  private String function = "";
  private @Nullable String key;
  private Value value = Value.NIL;
  private @Nullable String node;
  private String error = "";
  private String fault = "";
  private String id = "";
  private Entry.Phase phase = Entry.Phase.PLANNED;
  private List<Link> links = List.of();
  private List<String> nodes = List.of();
  private @Nullable Evidence evidence;

  private LineDecoder(JsonReader json) {
    this.json = json;
  }

  static Line decode(JsonReader json) {
    LineDecoder line = new LineDecoder(json);
    json.beginObject();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      line.field(name);
    }
    json.finish();
    return line.present.contains(Field.FAULT) ? line.faultLine() : line.operationLine();
  }

  private void field(String name) {
    Field field = Field.of(name);
    if (field == null) {
      throw wrong("an unknown field", "known are " + Field.known());
    }
    if (!present.add(field)) {
      throw wrong("the field " + name + " twice", REMEDY);
    }
    switch (field) {
      case I -> order = json.integer();
      case T -> time = json.integer();
      case DUE -> due = json.integer();
      case TYPE -> type = typeName();
      case P -> process = json.integer();
      case F -> function = functionName();
      case K -> key = json.text();
      case V -> value = ValueForm.read(json);
      case NODE -> node = json.text();
      case ERR -> error = json.text();
      case FAULT -> fault = json.text();
      case ID -> id = json.text();
      case PHASE -> phase = PHASES.constant(json.text(), json.offset());
      case LINKS -> links = FaultForm.readLinks(json);
      case NODES -> nodes = FaultForm.readNodes(json);
      case EVIDENCE -> evidence = FaultForm.readEvidence(json);
    }
  }

  private String typeName() {
    String name = json.text();
    if (!TYPES.contains(name)) {
      throw wrong("an unknown type", "one of " + String.join(", ", TYPES));
    }
    return name;
  }

  private String functionName() {
    String name = json.text();
    if (name.isEmpty()) {
      throw wrong("an empty function name", REMEDY);
    }
    return name;
  }

  private Line operationLine() {
    Entry entry =
        switch (type) {
          case "invoke" -> invoked();
          case "ok" -> completed(Field.OK, new Completion.Ok(value));
          case "fail" -> completed(Field.DOUBT, new Completion.Fail(error));
          case "info" -> completed(Field.DOUBT, new Completion.Info(error));
          default ->
              throw new MalformedLineException(0, "a line with neither type nor fault", REMEDY);
        };
    return new Line(order, entry, function, key);
  }

  private Entry invoked() {
    check(Field.INVOKE);
    long intended = present.contains(Field.DUE) ? due : time;
    return new Entry.Invoked(time, intended, process, new Invocation(function, key, value), node);
  }

  private Entry completed(Field.Shape shape, Completion completion) {
    check(shape);
    return new Entry.Completed(time, process, completion, node);
  }

  private Line faultLine() {
    check(Field.DISTURBED);
    Entry entry = new Entry.Disturbed(time, id, fault, phase, links, nodes, evidence);
    return new Line(order, entry, null, null);
  }

  private void check(Field.Shape shape) {
    String complaint = shape.complaint(present);
    if (complaint != null) {
      throw new MalformedLineException(0, complaint, REMEDY);
    }
  }

  private MalformedLineException wrong(String what, String remedy) {
    return new MalformedLineException(json.offset(), what, remedy);
  }
}
