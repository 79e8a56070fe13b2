package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Terminal;
import io.quorate.systems.SystemInfo;
import io.quorate.systems.catalogue.Systems;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Lists what can be tested: the systems that come with the toolkit, and their seeded bugs. */
@Command(
    name = "systems",
    description = "List the systems under test and the bugs they can be run with.",
    mixinStandardHelpOptions = true)
final class SystemsCommand implements Action {
  @Override
  public ExitCode run(Terminal terminal) {
    for (SystemInfo system : Systems.all()) {
      terminal.out().println(system.name() + "  " + system.about());
      for (SystemInfo.BugInfo bug : system.bugs()) {
        String words = system.name() + ":" + bug.id();
        terminal.out().println(String.format(Locale.ROOT, "  %-12s %s", words, bug.name()));
        terminal.out().println("    symptom: " + bug.symptom());
        terminal.out().println("    source:  " + bug.source());
      }
    }
    return ExitCode.PASS;
  }
}
