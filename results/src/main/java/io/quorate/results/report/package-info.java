/**
 * The report for people: one HTML file that needs nothing else, and the last lines of a terminal.
 *
 * <p>Every text goes through {@link io.quorate.results.report.Html}, which alone writes markup: all
 * that comes from a history is hostile. There is no script in the page, and its policy forbids any.
 *
 * <p>Start reading at {@link io.quorate.results.report.Report}.
 */
@NullMarked
package io.quorate.results.report;

import org.jspecify.annotations.NullMarked;
