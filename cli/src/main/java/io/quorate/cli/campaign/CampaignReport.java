package io.quorate.cli.campaign;

import io.quorate.cli.ExitCode;
import io.quorate.cli.Terminal;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.MatrixText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells a campaign again by what was kept of its trials. */
public final class CampaignReport {
  private CampaignReport() {}

  /** Writes what the campaign in {@code path} comes to anew, and shows it. */
  public static ExitCode tell(Path path, Terminal terminal) throws IOException {
    CampaignFolder folder = CampaignFolder.open(path);
    Campaign campaign = folder.campaign();
    folder.tell(campaign, List.of());
    terminal.out().println(MatrixText.of(campaign, List.of()));
    terminal.out().println("trials:  " + folder.trials());
    return exit(campaign);
  }

  /** 1: the correct server was accused; 2: a bug was missed, or trials are missing. */
  static ExitCode exit(Campaign campaign) {
    if (!campaign.falseAlarms().isEmpty()) {
      return ExitCode.VIOLATION;
    }
    long planned =
        (long) campaign.schedules().size() * campaign.head().bugs().size() * campaign.head().runs();
    boolean whole = campaign.trials().size() == planned;
    return whole && campaign.missed().isEmpty() ? ExitCode.PASS : ExitCode.INCONCLUSIVE;
  }
}
