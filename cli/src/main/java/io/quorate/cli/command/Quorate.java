package io.quorate.cli.command;

import io.quorate.cli.Main;
import io.quorate.cli.campaign.CampaignCommand;
import io.quorate.cli.campaign.CompareCommand;
import io.quorate.cli.campaign.GateCommand;
import picocli.CommandLine.Command;

/** The top of the command tree: every command of {@code ./quorate} is one line of this list. */
@Command(
    name = "quorate",
    description = "Tests whether a replicated service keeps its word.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      CampaignCommand.class,
      CompareCommand.class,
      GateCommand.class,
      ShrinkCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      SystemsCommand.class,
      SchedulesCommand.class,
      DoctorCommand.class,
      Version.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:pass",
      "1:safety violation",
      "2:inconclusive: undecided, evidence missing, or the product never ready",
      "3:a rule of availability or performance is broken",
      "254:refused before anything started",
      "255:the toolkit failed"
    })
public final class Quorate {
  Quorate() {}

  /** The program. */
  public static void main(String[] args) {
    Main.start(new Quorate(), args);
  }
}
