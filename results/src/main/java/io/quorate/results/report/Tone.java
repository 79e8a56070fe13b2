package io.quorate.results.report;

import io.quorate.results.Finding;
import io.quorate.results.Outcome;
import io.quorate.results.RuleResult;

/** Which colour class of the style sheet something is shown in. */
final class Tone {
  private Tone() {}

  static String of(Outcome.Grade grade) {
    return switch (grade) {
      case PASS -> "good";
      case VIOLATION -> "bad";
      case INCONCLUSIVE, RULE_BROKEN -> "doubt";
      case USAGE, HARNESS -> "broken";
    };
  }

  static String sign(Outcome.Grade grade) {
    return switch (grade) {
      case PASS -> "✓";
      case VIOLATION -> "✗";
      case INCONCLUSIVE -> "?";
      case RULE_BROKEN, USAGE, HARNESS -> "!";
    };
  }

  static String title(Outcome.Grade grade) {
    return switch (grade) {
      case PASS -> "Pass";
      case VIOLATION -> "Consistency violation";
      case INCONCLUSIVE -> "Inconclusive";
      case RULE_BROKEN -> "Rule broken";
      case USAGE -> "Not started";
      case HARNESS -> "Harness failure";
    };
  }

  static String of(Finding.Status status) {
    return switch (status) {
      case MET -> "good";
      case MISSING -> "doubt";
      case SUSPICIOUS -> "bad";
      case NOTE -> "plain";
    };
  }

  static String of(RuleResult.State state) {
    return switch (state) {
      case KEPT -> "good";
      case BROKEN -> "bad";
      case UNDECIDED -> "doubt";
    };
  }
}
