package io.quorate.cli.campaign;

import io.quorate.cli.Refusal;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.CampaignFile;
import io.quorate.results.campaign.LocalTry;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.ZooTable;
import io.quorate.results.store.RunFolder;
import io.quorate.systems.SystemInfo;
import io.quorate.systems.catalogue.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder of a campaign (docs/campaign-format.md).
 *
 * @param path where it is
 */
public record CampaignFolder(Path path) {
  /**
   * Opens {@code path}, or what {@code latest} points to.
   *
   * @throws Refusal where there is no campaign
   */
  static CampaignFolder open(Path path) {
    if (!isCampaign(path)) {
      throw new Refusal(path + " holds no campaign: it has no trials.jsonl");
    }
    return new CampaignFolder(real(path));
  }

  /** Whether there is a campaign at {@code path}, or at what {@code latest} points to. */
  public static boolean isCampaign(Path path) {
    return Files.exists(path) && Files.exists(new CampaignFolder(real(path)).trials());
  }

  private static Path real(Path path) {
    try {
      return RunFolder.open(path).path();
    } catch (IOException e) {
      throw new Refusal("there is nothing to read at " + path + ": " + e.getMessage(), e);
    }
  }

  /** A line for each trial. */
  Path trials() {
    return path.resolve("trials.jsonl");
  }

  /** What they come to. */
  Path summary() {
    return path.resolve("campaign.json");
  }

  /** The policy that it was held against last. */
  Path policy() {
    return path.resolve("policy.yaml");
  }

  /** What became of it. */
  Path gate() {
    return path.resolve("gate.json");
  }

  /** Reads what was played. */
  TrialLog.Read log() throws IOException {
    try {
      return TrialLog.read(trials());
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads what was played, sorted. */
  Campaign campaign() throws IOException {
    TrialLog.Read log = log();
    return new Campaign(log.head(), log.trials());
  }

  /** Writes what {@code campaign} comes to; {@code set} as in {@link CampaignFile#text}. */
  void tell(Campaign campaign, List<String> set) throws IOException {
    CampaignFile.write(summary(), campaign, set);
    List<LocalTry> tries = LocalWorldTries.known(path);
    Files.writeString(path.resolve("zoo.md"), ZooTable.of(campaign, texts(), tries));
  }

  private static Map<String, ZooTable.BugText> texts() {
    Map<String, ZooTable.BugText> texts = new TreeMap<>();
    for (SystemInfo.BugInfo bug : Systems.all().getFirst().bugs()) {
      texts.put(bug.id(), new ZooTable.BugText(bug.name(), bug.source(), bug.symptom()));
    }
    return texts;
  }
}
