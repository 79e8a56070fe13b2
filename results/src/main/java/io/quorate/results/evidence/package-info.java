/**
 * The rules that make green mean something: was there a fault, did it land, was anything asked
 * meanwhile, did the system come back.
 *
 * <p>Pure functions of measures and settings to findings. This package must never know the
 * checker's verdict: a run can be red and badly evidenced, and both are told.
 *
 * <p>Start reading at {@link io.quorate.results.evidence.Conclusiveness}.
 */
@NullMarked
package io.quorate.results.evidence;

import org.jspecify.annotations.NullMarked;
