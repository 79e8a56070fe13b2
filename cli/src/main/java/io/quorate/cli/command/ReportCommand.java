package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.Terminal;
import io.quorate.cli.campaign.CampaignFolder;
import io.quorate.cli.campaign.CampaignReport;
import io.quorate.history.file.MalformedFileException;
import io.quorate.nemesis.schedule.ScheduleException;
import io.quorate.nemesis.yaml.YamlException;
import io.quorate.results.publish.Written;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.conduct.Judges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Judges a run again by what was kept of it, and writes its verdict, charts and report anew; a
 * campaign's matrix likewise.
 */
@Command(
    name = "report",
    description = "Judge a recorded run or campaign again and write its report anew.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Action {
  @Parameters(paramLabel = "RUN", description = "The folder of either: results/runs/latest, ...")
  private Path run = Path.of("");

  @Override
  public ExitCode run(Terminal terminal) throws IOException {
    if (CampaignFolder.isCampaign(run)) {
      return CampaignReport.tell(run, terminal);
    }
    Written written = told();
    terminal.out().println(written.summary());
    return ExitCode.of(written.exitCode());
  }

  private Written told() {
    try {
      return Judges.again(RunFolder.open(run));
    } catch (NoSuchFileException e) {
      throw new Refusal("there is no run at " + run, e);
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal("there is no run to read at " + run + ": " + e.getMessage(), e);
    } catch (MalformedFileException
        | YamlException
        | ScheduleException
        | IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }
}
