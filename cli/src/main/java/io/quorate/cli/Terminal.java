package io.quorate.cli;

import java.io.PrintWriter;

/**
 * Where a command speaks.
 *
 * @param out standard output: the verdict, or JSON
 * @param err standard error: progress and refusals
 */
public record Terminal(PrintWriter out, PrintWriter err) {
  /** The two standard streams of this process, each in its own charset. */
  static Terminal ofThisProcess() {
    return new Terminal(
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()));
  }

  /** Makes sure that everything said has left the process. */
  void flush() {
    out.flush();
    err.flush();
  }
}
