/**
 * How bad a violation is: how stale the reads, which promises to a single process are broken, and
 * whether at least some order of all operations respects each process.
 *
 * <p>Only what is sure is said: figures are least figures over every reading of the history, and
 * what is not known within the budget is not determined. This package must never know how a history
 * was judged.
 *
 * <p>Start reading at {@link io.quorate.checker.severity.SeverityMeter}.
 */
@NullMarked
package io.quorate.checker.severity;

import org.jspecify.annotations.NullMarked;
