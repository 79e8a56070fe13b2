package io.quorate.runner.conduct;

import io.quorate.checker.laws.NodeTrace;
import io.quorate.checker.laws.TraceLaws;
import io.quorate.checker.laws.TraceReview;
import io.quorate.history.Observation;
import io.quorate.history.file.TraceReader;
import io.quorate.results.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The traces that a run's servers left in its folder, whatever world they ran in. */
public final class Traces {
  private static final String NAME = "trace.jsonl";

  private Traces() {}

  /** Returns where the trace of {@code node} lies. */
  public static Path file(RunFolder folder, String node) {
    return folder.node(node).resolve(NAME);
  }

  /**
   * Holds the traces of a run against the laws of Raft.
   *
   * @param nodes all nodes of the cluster
   * @return nothing where no node left a trace: a system that writes none
   */
  public static Optional<TraceReview> review(RunFolder folder, List<String> nodes) {
    List<NodeTrace> traces =
        nodes.stream()
            .filter(node -> Files.isRegularFile(file(folder, node)))
            .<NodeTrace>map(node -> new OnFile(node, file(folder, node)))
            .toList();
    return traces.isEmpty() ? Optional.empty() : Optional.of(TraceLaws.review(nodes, traces));
  }

  private record OnFile(String node, Path file) implements NodeTrace {
    @Override
    public void read(Consumer<Observation> reader) {
      try (TraceReader lines = TraceReader.open(node, file)) {
        for (Observation line = lines.next(); line != null; line = lines.next()) {
          reader.accept(line);
        }
      }
    }
  }
}
