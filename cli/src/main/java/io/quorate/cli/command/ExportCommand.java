package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.Terminal;
import io.quorate.history.file.HistoryReader;
import io.quorate.history.file.MalformedFileException;
import io.quorate.jepsen.edn.EdnWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a history of ours in the notation that Jepsen and Knossos read. */
@Command(
    name = "export",
    description = "Print a history of a run as Jepsen's EDN, an operation a line.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Action {
  @Parameters(paramLabel = "FILE|RUN", description = "A history.jsonl, or a run folder.")
  private Path input = Path.of("");

  @Override
  public ExitCode run(Terminal terminal) throws IOException {
    Path file = HistoryFile.locate(input);
    try (HistoryReader reader = HistoryReader.open(file)) {
      EdnWriter.copy(reader, terminal.out());
    } catch (MalformedFileException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
    }
    return ExitCode.PASS;
  }
}
