package io.quorate.cli.command;

import io.quorate.history.Header;
import io.quorate.history.foreign.Form;
import io.quorate.nemesis.yaml.Words;
import io.quorate.runner.plan.Plan;
import io.quorate.workload.Routing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One word of several known ones, in small letters with hyphens. */
final class Choice {
  private Choice() {}

  private static <E extends Enum<E>> E among(E[] values, String word) {
    return among(values, word, Arrays.stream(values).map(Choice::word).toList());
  }

  private static <E extends Enum<E>> E among(E[] values, String word, List<String> known) {
    return Arrays.stream(values)
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException(Words.quoted(word) + Words.remedy(word, known)));
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

  /** The form of a history's file; auto, which looks at it, is null. */
  static final class OfForm implements ITypeConverter<@Nullable Form> {
    private static final String AUTO = "auto";

    @Override
    public @Nullable Form convert(String word) {
      if (word.equals(AUTO)) {
        return null;
      }
      List<String> words = new ArrayList<>(List.of(AUTO));
      words.addAll(Arrays.stream(Form.values()).map(Choice::word).toList());
      return among(Form.values(), word, words);
    }
  }
}
