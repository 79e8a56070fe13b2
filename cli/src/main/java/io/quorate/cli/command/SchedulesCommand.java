package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.Terminal;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.schedule.ScheduleException;
import io.quorate.nemesis.schedule.Schedules;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the schedules that come with the toolkit. */
@Command(
    name = "schedules",
    description = "List the schedules, or show one as YAML.",
    mixinStandardHelpOptions = true,
    subcommands = SchedulesCommand.Show.class)
final class SchedulesCommand implements Action {
  @Override
  public ExitCode run(Terminal terminal) {
    for (Schedule schedule : Schedules.all()) {
      terminal
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-22s from %d nodes  %s",
                  schedule.name(),
                  schedule.minNodes(),
                  schedule.about()));
    }
    return ExitCode.PASS;
  }

  /** Prints the text of a schedule, to be copied and changed. */
  @Command(
      name = "show",
      description = "Print a schedule as YAML.",
      mixinStandardHelpOptions = true)
  static final class Show implements Action {
    @Parameters(paramLabel = "NAME", description = "The schedule.")
    private String name = "";

    @Override
    public ExitCode run(Terminal terminal) {
      try {
        terminal.out().print(Schedules.text(name));
      } catch (ScheduleException e) {
        throw new Refusal(String.valueOf(e.getMessage()), e);
      }
      return ExitCode.PASS;
    }
  }
}
