package io.quorate.bench.raft;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that were started here and end here. */
final class Processes implements Closeable {
  private final List<Process> started = new ArrayList<>();

  void start(Path directory, String name, List<String> command) throws IOException {
    started.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".log").toFile())
            .start());
  }

  List<ProcessHandle> handles() {
    return started.stream().map(Process::toHandle).toList();
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    started.forEach(process -> process.onExit().join());
  }
}
