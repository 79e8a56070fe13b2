package io.quorate.cli.campaign;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.RunsFolder;
import io.quorate.cli.Terminal;
import io.quorate.nemesis.yaml.YamlException;
import io.quorate.results.Outcome.Grade;
import io.quorate.results.campaign.gate.GateFile;
import io.quorate.results.campaign.gate.GatePolicy;
import io.quorate.results.campaign.gate.GateRule;
import io.quorate.results.campaign.gate.GateVerdict;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a campaign against a policy: is what it showed enough for a release? */
@Command(
    name = "gate",
    description = "Hold a campaign against a policy: is what it showed enough for a release?",
    mixinStandardHelpOptions = true,
    subcommands = {GateCommand.Explain.class, GateCommand.Recheck.class})
public final class GateCommand implements Action {
  @Parameters(arity = "0..1", paramLabel = "POLICY.yaml", description = "What is needed.")
  private @Nullable Path policy;

  @Option(
      names = "--campaign",
      paramLabel = "DIR",
      description = "The campaign's folder (default: results/runs/latest).")
  private @Nullable Path campaign;

  GateCommand() {}

  @Override
  public ExitCode run(Terminal terminal) throws IOException {
    if (policy == null) {
      throw new Refusal("which policy? quorate gate POLICY.yaml; gate explain says what is in one");
    }
    Path latest = RunsFolder.usual().resolve("latest");
    CampaignFolder folder = CampaignFolder.open(campaign == null ? latest : campaign);
    return judge(terminal, folder, policy);
  }

  private static ExitCode judge(Terminal terminal, CampaignFolder folder, Path policy)
      throws IOException {
    String text = text(policy);
    GateVerdict verdict = verdict(folder, read(policy, text));
    Files.writeString(folder.policy(), text);
    Files.writeString(folder.gate(), GateFile.text(verdict));
    verdict.rules().forEach(rule -> terminal.out().println(line(rule)));
    terminal.out().println(verdict.sentence());
    terminal.out().println("verdict:  " + verdict.grade().words());
    terminal.out().println("campaign: " + folder.path());
    terminal.out().println("again:    ./quorate gate recheck " + folder.path());
    return ExitCode.of(verdict.grade().exitCode());
  }

  private static String text(Path policy) throws IOException {
    try {
      return Files.readString(policy);
    } catch (NoSuchFileException | MalformedInputException e) {
      throw new Refusal("there is no policy to read at " + policy, e);
    }
  }

  private static GatePolicy read(Path policy, String text) {
    try {
      return PolicyReader.read(policy.toString(), text);
    } catch (YamlException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static GateVerdict verdict(CampaignFolder folder, GatePolicy policy) throws IOException {
    try {
      return GateVerdict.of(folder.campaign(), policy);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static String line(GateRule rule) {
    String word = rule.grade() == Grade.PASS ? "met" : rule.grade().words();
    return String.format(Locale.ROOT, "%-12s  %-16s  %s", word, rule.need(), rule.sentence());
  }

  /** Says what may stand in a policy. */
  @Command(
      name = "explain",
      description = "Say what may stand in a policy.",
      mixinStandardHelpOptions = true)
  static final class Explain implements Action {
    @Override
    public ExitCode run(Terminal terminal) {
      terminal.out().print(PolicyReader.KEYS);
      terminal
          .out()
          .println(
              "# always: the correct server is accused in no trial of the campaign, else exit 1");
      return ExitCode.PASS;
    }
  }

  /** Judges a campaign again, by the policy that it was held against last. */
  @Command(
      name = "recheck",
      description = "Judge a campaign again by the policy kept in its folder.",
      mixinStandardHelpOptions = true)
  static final class Recheck implements Action {
    @Parameters(paramLabel = "DIR", description = "The campaign's folder.")
    private Path campaign = Path.of("");

    @Override
    public ExitCode run(Terminal terminal) throws IOException {
      CampaignFolder folder = CampaignFolder.open(campaign);
      if (!Files.exists(folder.policy())) {
        throw new Refusal(campaign + " was held against no policy: quorate gate POLICY.yaml");
      }
      return judge(terminal, folder, folder.policy());
    }
  }
}
