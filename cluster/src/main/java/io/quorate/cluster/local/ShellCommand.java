package io.quorate.cluster.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * One command line run by {@code /bin/sh} in the node's directory, as sshd would.
 *
 * <p>Like sshd it waits until the command has ended and everybody has let go of its output: a
 * daemon that keeps the output open keeps the channel open. A channel closed early kills the shell.
 */
final class ShellCommand implements Command {
  private final String line;
  private final Path directory;
  private final Map<String, String> environment;
  private @Nullable InputStream in;
  private @Nullable OutputStream out;
  private @Nullable OutputStream err;
  private @Nullable ExitCallback exit;
  private volatile @Nullable Process process;

  ShellCommand(String line, Path directory, Map<String, String> environment) {
    this.line = line;
    this.directory = directory;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void start(ChannelSession channel, Environment ignored) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", line).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process started = builder.start();
    process = started;
    Thread.ofVirtual().start(() -> feed(started.getOutputStream()));
    Thread stdout = pump(started.getInputStream(), Objects.requireNonNull(out));
    Thread stderr = pump(started.getErrorStream(), Objects.requireNonNull(err));
    Thread.ofVirtual().start(() -> await(started, stdout, stderr));
  }

  private static Thread pump(InputStream from, OutputStream to) {
    return Thread.ofVirtual().start(() -> copy(from, to));
  }

  /** Ends when the client has sent everything, or the command no longer reads. */
  private void feed(OutputStream to) {
    copy(Objects.requireNonNull(in), to);
    try {
      to.close();
    } catch (IOException e) {
      Servers.LOG.debug("the command was gone before its input ended", e);
    }
  }

  private static void copy(InputStream from, OutputStream to) {
    byte[] buffer = new byte[16 * 1024];
    try {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        to.write(buffer, 0, count);
        to.flush();
      }
    } catch (IOException e) {
      Servers.LOG.debug("one side of a command's stream was closed", e);
    }
  }

  private void await(Process started, Thread stdout, Thread stderr) {
    try {
      int code = started.waitFor();
      stdout.join();
      stderr.join();
      Objects.requireNonNull(exit).onExit(code);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      started.destroyForcibly();
    }
  }

  @Override
  public void destroy(ChannelSession channel) {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  @Override
  public void setInputStream(InputStream stream) {
    in = stream;
  }

  @Override
  public void setOutputStream(OutputStream stream) {
    out = stream;
  }

  @Override
  public void setErrorStream(OutputStream stream) {
    err = stream;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }
}
