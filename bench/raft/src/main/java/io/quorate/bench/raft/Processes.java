package io.quorate.bench.raft;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that were started here and end here, by number. */
final class Processes implements Closeable {
  private final List<Process> started = new ArrayList<>();

  /** Starts the process of this number, for the first time or again. */
  void start(int number, Path directory, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("n" + number + ".log").toFile()))
            .start();
    if (number == started.size()) {
      started.add(process);
    } else {
      started.set(number, process);
    }
  }

  void kill(int number) {
    started.get(number).destroyForcibly().onExit().join();
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
