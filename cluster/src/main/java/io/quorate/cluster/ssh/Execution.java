package io.quorate.cluster.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.RemoteException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One command on one channel of a session. */
final class Execution {
  private static final Map<String, Integer> SIGNALS =
      Map.of(
          "HUP", 1, "INT", 2, "QUIT", 3, "ILL", 4, "ABRT", 6, "KILL", 9, "SEGV", 11, "PIPE", 13,
          "ALRM", 14, "TERM", 15);

  private final String node;
  private final Command command;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Sink stdout = new Sink(CommandResult.OUTPUT_LIMIT, () -> {});
  private final Sink stderr = new Sink(CommandResult.OUTPUT_LIMIT, ended::countDown);

  Execution(String node, Command command) {
    this.node = node;
    this.command = command;
  }

  CommandResult run(Session session) {
    ChannelExec channel = open(session);
    try {
      channel.connect((int) Connection.CONNECT_TIMEOUT.toMillis());
      if (!ended.await(command.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("no end within " + command.timeout().toMillis() + " ms", null);
      }
    } catch (JSchException e) {
      throw failure("no channel", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted while it ran", e);
    } finally {
      channel.disconnect();
    }
    return result(exitCode(channel));
  }

  /**
   * A channel that is to carry no input gets no input stream: JSch starts a thread for one, and
   * loses it when the command ends at that very moment.
   */
  private ChannelExec open(Session session) {
    try {
      ChannelExec channel = (ChannelExec) session.openChannel("exec");
      byte[] stdin = command.stdin().getBytes(StandardCharsets.UTF_8);
      if (stdin.length > 0) {
        channel.setCommand(command.shellLine());
        channel.setInputStream(new ByteArrayInputStream(stdin));
      } else {
        channel.setCommand(command.shellLine() + " </dev/null");
      }
      channel.setOutputStream(stdout);
      channel.setErrStream(stderr);
      return channel;
    } catch (JSchException e) {
      throw failure("no channel", e);
    }
  }

  /** OpenSSH reports death by a signal by name; here it reads as a shell would put it. */
  private static int exitCode(ChannelExec channel) {
    int code = channel.getExitStatus();
    String signal = channel.getExitSignal();
    if (code != RemoteException.NO_EXIT_CODE || signal == null) {
      return code;
    }
    return 128 + SIGNALS.getOrDefault(signal, 0);
  }

  private CommandResult result(int exitCode) {
    if (exitCode == RemoteException.NO_EXIT_CODE) {
      throw failure("the host reported no exit code; it wrote: " + stderr.text(), null);
    }
    boolean truncated = stdout.truncated() || stderr.truncated();
    String line = command.shellLine();
    return new CommandResult(node, line, exitCode, stdout.text(), stderr.text(), truncated);
  }

  private RemoteException failure(String why, @Nullable Throwable cause) {
    return new RemoteException(node, command.shellLine(), why, cause);
  }
}
