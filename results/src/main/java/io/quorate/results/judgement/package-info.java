/**
 * A run judged: measures, evidence, rules and the outcome they add up to, as one pure value.
 *
 * <p>Must never know a file. Start reading at {@link io.quorate.results.judgement.Judgement}.
 */
@NullMarked
package io.quorate.results.judgement;

import org.jspecify.annotations.NullMarked;
