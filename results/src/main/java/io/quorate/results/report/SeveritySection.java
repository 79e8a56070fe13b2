package io.quorate.results.report;

import io.quorate.checker.severity.Breach;
import io.quorate.checker.severity.Severity;
import io.quorate.results.insight.SeverityWords;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a red run is: least figures that hold however its history is read. */
final class SeveritySection {
  private SeveritySection() {}

  static void write(Html html, @Nullable Severity severity) {
    if (severity == null) {
      return;
    }
    html.open("section").element("h2", "How bad it is");
    html.open("ul");
    SeverityWords.sentences(severity).forEach(s -> html.element("li", s));
    html.close();
    if (!severity.breaches().isEmpty()) {
      breaches(html, severity.breaches());
    }
    html.close().line();
  }

  private static void breaches(Html html, List<Breach> breaches) {
    Table table =
        Table.open(html, List.of("Broken promise", "key", "#process", "first", "and then"));
    for (Breach breach : breaches) {
      String key = breach.later().invocation().key();
      table
          .row("")
          .text(breach.promise().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .code(key == null ? "–" : Format.cut(key))
          .number(Long.toString(breach.later().process()))
          .code(Format.operation(breach.earlier()))
          .code(Format.operation(breach.later()))
          .endRow();
    }
    table.close();
  }
}
