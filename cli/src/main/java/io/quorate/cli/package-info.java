/**
 * What every command stands on: how words become an action, how it ends, where it speaks, and what
 * happens when it fails or is interrupted.
 *
 * <p>It must never judge: a verdict comes from the checker and the outcome from the results; here
 * it only becomes words and a number.
 *
 * <p>Start reading at {@link io.quorate.cli.Main}. The commands themselves are next door, in {@code
 * command}.
 */
@NullMarked
package io.quorate.cli;

import org.jspecify.annotations.NullMarked;
