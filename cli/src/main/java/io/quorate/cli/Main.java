package io.quorate.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The way in: words to one {@link Action}, its end to an {@link ExitCode}, and every failure to one
 * sentence.
 */
public final class Main {
  private final CommandLine line;
  private final Terminal terminal;
  private final CrashLog crashes;

  /**
   * The command tree under {@code top}.
   *
   * @param top carries picocli's {@code @Command} and names its subcommands
   * @param crashes where a failure of the toolkit is written in full
   */
  public Main(Object top, Terminal terminal, CrashLog crashes) {
    this.line =
        new CommandLine(top)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(terminal.out())
            .setErr(terminal.err());
    this.terminal = terminal;
    this.crashes = crashes;
  }

  /** Runs the command below {@code top} that {@code args} name and ends this process as it ends. */
  public static void start(Object top, String[] args) {
    Launcher.follow();
    Main main = new Main(top, Terminal.ofThisProcess(), CrashLog.ofThisProcess());
    ExitCode code = main.run(args);
    ResultFile.ofThisProcess().leave(code);
    Interruption.ended(code);
    System.exit(code.number());
  }

  /** Runs the command that {@code args} name. */
  public ExitCode run(String... args) {
    try {
      ParseResult parsed = line.parseArgs(args);
      Integer helped = CommandLine.executeHelpRequest(parsed);
      return helped == null ? action(parsed).run(terminal) : ExitCode.PASS;
    } catch (ParameterException e) {
      return refuse(sentence(e));
    } catch (Refusal e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (Throwable e) { // even an Error must not look like a verdict
      say("failed: " + e + "; in full: " + crashes.write(List.of(args), e));
      return ExitCode.INTERNAL;
    } finally {
      terminal.flush();
    }
  }

  private static Action action(ParseResult parsed) {
    ParseResult deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    CommandLine command = deepest.commandSpec().commandLine();
    if (command.getCommand() instanceof Action action) {
      return action;
    }
    throw new ParameterException(
        command, "Which command? One of: " + String.join(", ", command.getSubcommands().keySet()));
  }

  private ExitCode refuse(String sentence) {
    say(sentence);
    return ExitCode.USAGE;
  }

  private void say(String sentence) {
    terminal.err().println("quorate: " + sentence);
  }

  private static String sentence(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String nearest =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions().stream()
                .findFirst()
                .map(suggestion -> ", did you mean '" + suggestion + "'?")
                .orElse("")
            : "";
    return e.getMessage() + nearest + " (try: " + command + " --help)";
  }
}
