package io.quorate.results.report;

import java.util.List;

/** A table that scrolls sideways by itself where the page is narrow. */
final class Table {
  private final Html html;

  private Table(Html html) {
    this.html = html;
  }

  /** Opens a table with these heads; those that begin with {@code #} stand over numbers. */
  static Table open(Html html, List<String> heads) {
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String head : heads) {
      boolean number = head.startsWith("#");
      html.element("th", number ? head.substring(1) : head, "class", number ? "n" : "t");
    }
    html.close().close().open("tbody").line();
    return new Table(html);
  }

  Table row(String... classes) {
    html.open("tr", "class", String.join(" ", classes));
    return this;
  }

  Table text(String text) {
    html.element("td", text, "class", "t");
    return this;
  }

  Table code(String text) {
    html.open("td", "class", "t").element("code", text).close();
    return this;
  }

  Table number(String text) {
    html.element("td", text, "class", "n");
    return this;
  }

  /** A cell with a small coloured label. */
  Table badge(String tone, String text) {
    html.open("td", "class", "t b").element("span", text, "class", "badge " + tone).close();
    return this;
  }

  Table endRow() {
    html.close().line();
    return this;
  }

  void close() {
    html.close().close().close().line();
  }
}
