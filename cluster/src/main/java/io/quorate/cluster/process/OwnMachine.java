package io.quorate.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.CommandRunner;
import io.quorate.cluster.RemoteException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The toolkit's own machine, without SSH before it: only to clear up what a run in the local world
 * left behind after its servers died with it.
 */
public final class OwnMachine implements CommandRunner {
  private final String node;

  /** The own machine, standing in for the host of {@code node}. */
  public OwnMachine(String node) {
    this.node = node;
  }

  @Override
  public String node() {
    return node;
  }

  /** Output goes to files, so that no pipe can fill up or be held open by a daemon. */
  @Override
  public CommandResult run(Command command) {
    String line = command.shellLine();
    try {
      Path out = Files.createTempFile("quorate", ".out");
      Path err = Files.createTempFile("quorate", ".err");
      try {
        int code = run(command, out, err);
        return new CommandResult(node, line, code, kept(out), kept(err), false);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new RemoteException(node, line, "the own machine cannot run it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RemoteException(node, line, "interrupted while it ran", e);
    }
  }

  private int run(Command command, Path out, Path err) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", command.shellLine())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(command.stdin().getBytes(UTF_8));
    }
    if (!process.waitFor(command.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      String why = "no end within " + command.timeout().toMillis() + " ms";
      throw new RemoteException(node, command.shellLine(), why, null);
    }
    return process.exitValue();
  }

  private static String kept(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }
}
