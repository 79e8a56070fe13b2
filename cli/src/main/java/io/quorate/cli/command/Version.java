package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Says which Quorate this is and which Java runs it. */
@Command(name = "version", description = "Print the version.")
final class Version implements Action, IVersionProvider {
  @Override
  public ExitCode run(Terminal terminal) {
    terminal.out().println(line());
    return ExitCode.PASS;
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }

  private static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "quorate %s (Java %s)"
        .formatted(version == null ? "from classes" : version, Runtime.version());
  }
}
