package io.quorate.cli.command;

import io.quorate.history.Header;
import io.quorate.nemesis.yaml.Words;
import io.quorate.runner.plan.Plan;
import io.quorate.workload.Routing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One word of several known ones, in small letters with hyphens. */
final class Choice {
  private Choice() {}

  private static <E extends Enum<E>> E among(E[] values, String word) {
    List<String> words = Arrays.stream(values).map(Choice::word).toList();
    int at = words.indexOf(word);
    if (at < 0) {
      throw new TypeConversionException(Words.quoted(word) + Words.remedy(word, words));
    }
    return values[at];
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is broken in the harness itself. */
  static final class OfSabotage implements ITypeConverter<Plan.Sabotage> {
    @Override
    public Plan.Sabotage convert(String word) {
      return among(Plan.Sabotage.values(), word);
    }
  }

  /** Whom clients ask. */
  static final class OfRouting implements ITypeConverter<Routing> {
    @Override
    public Routing convert(String word) {
      return among(Routing.values(), word);
    }
  }

  /** What a refused compare-and-set says. */
  static final class OfFailedCas implements ITypeConverter<Header.FailedCas> {
    @Override
    public Header.FailedCas convert(String word) {
      return among(Header.FailedCas.values(), word);
    }
  }

  /** The form of a history's file. */
  enum Format {
    AUTO,
    QUORATE,
    EDN,
    JEPSEN_LOG,
    PORCUPINE_KV
  }

  /** The form of a history's file. */
  static final class OfFormat implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      return among(Format.values(), word);
    }
  }
}
