package io.quorate.cli.campaign;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.Terminal;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.versus.Difference;
import io.quorate.results.campaign.versus.DifferenceFile;
import io.quorate.results.campaign.versus.DifferenceText;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a second campaign found more and less than a first one on the same seeds. */
@Command(
    name = "compare",
    description = "Compare two campaigns on the same seeds: bugs lost and gained, shares, times.",
    mixinStandardHelpOptions = true)
public final class CompareCommand implements Action {
  @Parameters(index = "0", paramLabel = "BEFORE", description = "A campaign's folder.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another one's folder.")
  private Path after = Path.of("");

  @Option(names = "--fail-on-regression", description = "Exit with 3 where the second is worse.")
  private boolean failOnRegression;

  @Option(names = "--json", description = "Print JSON instead of words.")
  private boolean json;

  CompareCommand() {}

  @Override
  public ExitCode run(Terminal terminal) throws IOException {
    Difference difference =
        difference(CampaignFolder.open(before).campaign(), CampaignFolder.open(after).campaign());
    if (json) {
      terminal.out().print(DifferenceFile.text(difference));
    } else {
      terminal.out().println(DifferenceText.of(difference));
    }
    return failOnRegression && difference.regression() ? ExitCode.RULE_BROKEN : ExitCode.PASS;
  }

  private static Difference difference(Campaign one, Campaign other) {
    try {
      return Difference.of(one, other);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }
}
