package io.quorate.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.checker.laws.BrokenLaw;
import io.quorate.checker.laws.Law;
import io.quorate.checker.laws.TraceReview;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.results.RunSettings;
import io.quorate.results.chart.Drawn;
import io.quorate.results.insight.Insights;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.sample.Analyses;
import io.quorate.results.sample.SampleRun;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {
  private static final String HOSTILE =
      "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;]]>--><!--\u202e\u0007\ud800";

  /** Every element the page may hold: none of them runs, loads or sends anything but img. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "main",
          "header",
          "section",
          "article",
          "h1",
          "h2",
          "h3",
          "p",
          "span",
          "ul",
          "li",
          "dl",
          "dt",
          "dd",
          "div",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "code",
          "pre",
          "figure",
          "figcaption",
          "img",
          "details",
          "summary",
          "a",
          "svg",
          "rect",
          "line",
          "text");

  @TempDir Path folder;

  @Test
  void hostileValuesComeThroughAsTextAndNeverAsMarkup() throws Exception {
    Document page = parse(Report.page(input(hostile())));

    List<Element> all = elements(page, "*");
    assertThat(all).extracting(Element::getTagName).allMatch(ELEMENTS::contains);
    assertThat(all).allMatch(e -> !hasHandler(e));
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script>", "\\u202e", "\\u0007");
    assertThat(elements(page, "img")).isEmpty();
  }

  @Test
  void nothingInThePageRefersToTheOutside() throws Exception {
    Path png = Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
    Drawn drawn = new Drawn(List.of(new Drawn.Picture(png, "A chart", "About it")), List.of());
    Document page =
        parse(Report.page(new ReportInput(hostile(), drawn, List.of(), List.of("plan.yaml"))));

    for (Element element : elements(page, "*")) {
      for (String name : List.of("src", "href", "srcset", "action", "data", "poster")) {
        String value = element.getAttribute(name);
        assertThat(value)
            .matches(
                v -> v.isEmpty() || v.startsWith("data:image/png;base64,") || v.startsWith("./"));
      }
    }
    assertThat(elements(page, "style").getFirst().getTextContent())
        .doesNotContain("url(", "@import", "http");
    assertThat(elements(page, "img")).hasSize(1);
  }

  @Test
  void thePolicyAllowsOnlyItsOwnStyleSheetByDigest() throws Exception {
    Document page = parse(Report.page(input(hostile())));

    String style = elements(page, "style").getFirst().getTextContent();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    String policy =
        elements(page, "meta").stream()
            .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(m -> m.getAttribute("content"))
            .findFirst()
            .orElseThrow();
    assertThat(policy)
        .contains("default-src 'none'", "'sha256-" + Base64.getEncoder().encodeToString(digest))
        .doesNotContain("unsafe");
    assertThat(elements(page, "*")).noneMatch(e -> e.hasAttribute("style"));
  }

  @Test
  void aRedReportTellsTheCounterexampleInWordsDrawingAndTable() throws Exception {
    History history = SampleRun.of(1, 30, 100, SampleRun.usualFaults());
    Judgement judgement =
        Judgement.of(history, Analyses.red(history), Insights.NONE, settings(), List.of());

    Document page = parse(Report.page(input(judgement)));

    String text = page.getDocumentElement().getTextContent();
    assertThat(text)
        .contains("Consistency violation", "Key k7 is not linearizable", "fits nowhere");
    assertThat(elements(page, "rect").stream().filter(r -> r.getAttribute("class").contains("bar")))
        .hasSize(4);
    assertThat(text).contains("f1 partition isolate n3 with c3", "24/24", "0/24");
  }

  @Test
  void whatTheTracesShowStandsBesideWhatClientsSaw() throws Exception {
    History history = SampleRun.of(1, 30, 100, SampleRun.usualFaults());
    BrokenLaw law = new BrokenLaw(Law.QUORUM, "n1: it committed 9 held by n1", "n1", 1, 12);
    TraceReview review =
        new TraceReview(new TreeMap<>(Map.of("n1", 20L)), List.of(law), 3, List.of("no n2"));
    Judgement judgement =
        Judgement.of(
            history, Analyses.green(history), Insights.NONE.with(review), settings(), List.of());

    String page = parse(Report.page(input(judgement))).getDocumentElement().getTextContent();

    assertThat(page)
        .contains("From inside and from outside")
        .contains("The traces show what the history does not")
        .contains("n1: it committed 9 held by n1")
        .contains("The history shows no violation.");
  }

  @Test
  void anEmptyRunHasAReportToo() throws Exception {
    History history = SampleRun.of(1, 0, 10, List.of());
    Judgement judgement =
        Judgement.of(history, Analyses.green(history), Insights.NONE, settings(), List.of());

    Document page = parse(Report.page(input(judgement)));

    assertThat(page.getDocumentElement().getTextContent())
        .contains("Inconclusive", "No operation was ever invoked.");
  }

  @Test
  void theSummaryEndsWithVerdictReasonReportAndCommand() {
    Judgement judgement = hostile();

    String summary = Summary.of(judgement, Path.of("results/runs/x/report.html"), List.of());

    List<String> lines = summary.lines().toList();
    assertThat(lines.subList(lines.size() - 4, lines.size()))
        .satisfiesExactly(
            l -> assertThat(l).isEqualTo("verdict: VIOLATION (exit 1)"),
            l -> assertThat(l).startsWith("reason:  Key "),
            l -> assertThat(l).isEqualTo("report:  results/runs/x/report.html"),
            l -> assertThat(l).startsWith("again:   "));
    assertThat(summary.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    assertThat(lines.getFirst()).startsWith("f1").contains("looks");
  }

  private static Judgement hostile() {
    Header header =
        new Header(1, "m" + HOSTILE, Header.FailedCas.IGNORE, 1, List.of("n1" + HOSTILE, "n2"));
    History.Builder builder = History.builder(header);
    Invocation write = new Invocation("w" + HOSTILE, "k" + HOSTILE, Value.of(HOSTILE));
    builder.add(new Entry.Invoked(1, 1, 1, write, HOSTILE));
    builder.add(new Entry.Completed(2, 1, new Completion.Ok(Value.of(HOSTILE)), HOSTILE));
    builder.add(new Entry.Invoked(3, 3, 1, write, HOSTILE));
    builder.add(new Entry.Completed(4, 1, new Completion.Info(HOSTILE), HOSTILE));
    Evidence look = new Evidence(Evidence.Moment.AFTER_CUT, false, HOSTILE, List.of());
    for (Entry.Phase phase : List.of(Entry.Phase.COMMANDED, Entry.Phase.CONFIRMED)) {
      builder.add(
          new Entry.Disturbed(5, "f1", "kill " + HOSTILE, phase, List.of(), List.of("n2"), look));
    }
    History history = builder.build();
    List<Counterexample.Kept> kept = new ArrayList<>();
    history.operations().forEach(o -> kept.add(new Counterexample.Kept(o, true)));
    Counterexample why =
        new Counterexample(
            kept, HOSTILE, 1, List.of(), List.of(HOSTILE), List.of(kept.getFirst().operation()));
    KeyVerdict key =
        new KeyVerdict("k" + HOSTILE, 2, new Verdict.NotLinearizable(why), HOSTILE, 1, 1);
    Analysis analysis = new Analysis(HOSTILE, Header.FailedCas.IGNORE, List.of(key), 1);
    RunSettings settings =
        RunSettings.of("p" + HOSTILE, HOSTILE, HOSTILE, 2, true)
            .withDoubts(List.of(HOSTILE))
            .withFacts(Map.of(HOSTILE, HOSTILE));
    return Judgement.of(history, analysis, Insights.NONE, settings, List.of(HOSTILE));
  }

  private static RunSettings settings() {
    return RunSettings.of("sample", "plan: sample", "./quorate run", SampleRun.WORKERS, true);
  }

  private static ReportInput input(Judgement judgement) {
    Drawn none = new Drawn(List.of(), List.of());
    return new ReportInput(judgement, none, List.of(HOSTILE), List.of());
  }

  private static Document parse(String page) throws Exception {
    String xml = page.replaceFirst("<!DOCTYPE html>", "");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList nodes = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static boolean hasHandler(Element element) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      if (element.getAttributes().item(i).getNodeName().startsWith("on")) {
        return true;
      }
    }
    return false;
  }
}
