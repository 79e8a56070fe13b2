/**
 * What stands behind a verdict: how much a green would have seen, and how bad a red is; in numbers,
 * in words, and as a rule of evidence.
 *
 * <p>Must never know a file, a page or a terminal. Start reading at {@link
 * io.quorate.results.insight.Insights}.
 */
@NullMarked
package io.quorate.results.insight;

import org.jspecify.annotations.NullMarked;
