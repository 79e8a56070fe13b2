/**
 * The few statistics that runs and campaigns are compared by, on plain numbers. It must never know
 * what the numbers are of.
 *
 * <p>Start reading at {@link io.quorate.results.stat.Share}.
 */
@NullMarked
package io.quorate.results.stat;

import org.jspecify.annotations.NullMarked;
