package io.quorate.results.report;

import io.quorate.history.Header;
import io.quorate.results.RunSettings;
import io.quorate.results.judgement.Judgement;
import java.util.List;

/** How to run it again, with what settings, and where everything lies. */
final class SettingsSection {
  private SettingsSection() {}

  static void write(Html html, Judgement judgement, List<String> files) {
    RunSettings settings = judgement.settings();
    Header header = judgement.history().header();
    html.open("section").element("h2", "To run it again");
    html.open("pre", "class", "command").element("code", settings.command()).close();
    html.open("dl", "class", "facts");
    fact(html, "model", header.model());
    fact(html, "nodes", String.join(" ", header.nodes()));
    fact(html, "seed", Long.toString(header.seed()));
    fact(html, "workers", settings.workers() == 0 ? "unknown" : settings.workers() + "");
    settings.facts().forEach((name, value) -> fact(html, name, value));
    html.close();
    if (!settings.planText().isEmpty()) {
      html.open("details", "class", "plan").element("summary", "The plan as resolved");
      html.open("pre").element("code", settings.planText()).close().close();
    }
    files(html, files);
    html.close().line();
  }

  private static void files(Html html, List<String> files) {
    if (files.isEmpty()) {
      return;
    }
    html.element("h3", "Files of this run").open("ul", "class", "files");
    for (String file : files) {
      html.open("li").element("a", file, "href", "./" + file).close();
    }
    html.close();
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }
}
