package io.quorate.cli.command;

import io.quorate.checker.Model;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.model.Models;
import io.quorate.cli.Refusal;
import io.quorate.history.History;
import io.quorate.history.Value;
import io.quorate.history.file.HistoryReader;
import io.quorate.history.file.MalformedFileException;
import io.quorate.history.foreign.Form;
import io.quorate.history.foreign.JepsenLog;
import io.quorate.history.foreign.PorcupineText;
import io.quorate.jepsen.edn.EdnHistory;
import io.quorate.results.store.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A history to judge, with the form its file has.
 *
 * @param path the file
 * @param form which form it was read as
 * @param history what it holds
 */
record HistoryFile(Path path, Form form, History history) {
  /** Returns the file that {@code input} means: a file, or the history in a run folder. */
  static Path locate(Path input) {
    Path file = input;
    if (Files.isDirectory(input) || input.endsWith(RunFolder.LATEST)) {
      try {
        file = RunFolder.open(input).history();
      } catch (IOException e) {
        throw new Refusal("there is no run to read at " + input, e);
      }
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refusal("there is no history to read at " + file);
    }
    return file;
  }

  /** Reads {@code file} as {@code stated}, or as what its first lines look like where null. */
  static HistoryFile read(Path file, @Nullable Form stated) {
    try {
      Form form = stated == null ? Form.of(file) : stated;
      History history =
          switch (form) {
            case QUORATE -> HistoryReader.read(file);
            case JEPSEN_LOG -> JepsenLog.read(file);
            case PORCUPINE_KV -> PorcupineText.read(file);
            case EDN -> EdnHistory.read(file);
          };
      return new HistoryFile(file, form, history);
    } catch (MalformedFileException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the model called {@code name}, or the history's where null. */
  Model<?> model(@Nullable String name, @Nullable Value initial) {
    try {
      String known = name == null ? ownModel() : name;
      return initial == null ? Models.named(known) : register(Models.named(known, initial));
    } catch (IllegalArgumentException e) {
      throw new Refusal(path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Where a register of Jepsen starts with something else, nil is what a read had no answer for.
   */
  private Model<?> register(RegisterModel register) {
    boolean jepsen = form == Form.EDN || form == Form.JEPSEN_LOG;
    return jepsen && !register.initial().equals(Value.NIL) ? Models.nilUntold(register) : register;
  }

  /** What the file says; a history of Jepsen does not, and then what it asks for has to. */
  private String ownModel() {
    return form == Form.EDN
        ? Models.guessed(history)
            .orElseThrow(() ->
                new Refusal(
                    path
                        + ": it does not say what it is a history of; give --model "
                        + String.join(", ", Models.names())))
        : history.header().model();
  }
}
