package io.quorate.results.report;

import io.quorate.results.judgement.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * {@code report.html}: one file with everything in it, to read, to print, to mail.
 *
 * <p>Its policy allows its own style sheet, by digest, and pictures carried in the page; no script,
 * no request, no form. So even a mistake in escaping could not run anything.
 */
public final class Report {
  private static final String STYLE = style();

  private Report() {}

  /** Writes the report, whole or not at all. */
  public static void write(Path file, ReportInput input) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.writeString(draft, page(input));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static String page(ReportInput input) throws IOException {
    Judgement judgement = input.judgement();
    Html html = new Html();
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
    head(html, judgement);
    html.open("body").open("main").line();
    Banner.write(html, judgement, input.problems());
    CounterexampleSection.write(html, judgement);
    SeveritySection.write(html, judgement.insights().severity());
    PowerSection.write(html, judgement.insights().power());
    LawSection.write(html, judgement);
    EvidenceSection.write(html, judgement);
    CoverageSection.write(html, judgement.coverage());
    AvailabilitySection.write(html, judgement);
    ChartSection.write(html, input.drawn());
    LatencySection.write(html, judgement);
    RulesSection.write(html, judgement);
    SettingsSection.write(html, judgement, input.files());
    html.close().close().close();
    return html.page();
  }

  private static void head(Html html, Judgement judgement) {
    String title = Tone.title(judgement.outcome().grade()) + " · " + judgement.settings().plan();
    String policy =
        "default-src 'none'; img-src data:; style-src 'sha256-"
            + digest()
            + "'; base-uri 'none'; form-action 'none'";
    html.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "http-equiv", "Content-Security-Policy", "content", policy)
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        .empty("meta", "name", "referrer", "content", "no-referrer")
        .element("title", title)
        .element("style", STYLE)
        .close()
        .line();
  }

  private static String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(sha.digest(STYLE.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The style sheet has no character that markup would escape: its digest must stay true. */
  private static String style() {
    try (InputStream in = Report.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException("report.css cannot be read from the jar", e);
    }
  }
}
