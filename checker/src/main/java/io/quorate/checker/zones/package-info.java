/**
 * The judge of a register whose effective writes are distinct: O(n log n), both verdicts.
 *
 * <p>With distinct values every read names its write, so that nothing has to be searched: what is
 * left are intervals on a line (Gibbons and Korach 1997, extended here by chains of compare-and-set
 * and by operations of unknown outcome). The argument stands in {@code
 * docs/designs/checker-zones.md}. This package must never know a search, a clock or a budget.
 *
 * <p>Start reading at {@link io.quorate.checker.zones.Zones}.
 */
@NullMarked
package io.quorate.checker.zones;

import org.jspecify.annotations.NullMarked;
