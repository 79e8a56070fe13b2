/**
 * The commands: what a person or a pipeline types, and the exit codes it reads.
 *
 * <p>Knows everything below and is known by nothing. It must never judge: a verdict comes from the
 * checker and the outcome from the results; here it only becomes words and a number.
 *
 * <p>Start reading at {@link io.quorate.cli.Main}. A command is one class that implements {@link
 * io.quorate.cli.Action} and one line in {@link io.quorate.cli.Main}'s list of subcommands.
 */
@NullMarked
package io.quorate.cli;

import org.jspecify.annotations.NullMarked;
