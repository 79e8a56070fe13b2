package io.quorate.simulation.cluster;

import io.quorate.raft.protocol.TraceLines;
import io.quorate.simulation.TraceSink;
import java.util.Map;
import java.util.TreeMap;

/** What simulated servers note of themselves, as lines for whoever wants them. */
final class ServerTraces {
  private final TraceSink sink;
  private final Map<String, TraceLines> forms = new TreeMap<>();

  ServerTraces(TraceSink sink) {
    this.sink = sink;
  }

  void noted(String node, long atNanos, String kind, long term, long index, Object... fields) {
    StringBuilder line = new StringBuilder();
    TraceLines form = forms.computeIfAbsent(node, TraceLines::new);
    if (form.add(line, atNanos, kind, term, index, fields)) {
      sink.line(node, line.toString());
    }
  }
}
