/**
 * The commands: what a person or a pipeline types after {@code ./quorate}.
 *
 * <p>Knows everything below and is known by nothing. A command is one class that implements {@link
 * io.quorate.cli.Action} and one line in {@link io.quorate.cli.command.Quorate}. This package must
 * never know how anything is done, only whom to ask.
 *
 * <p>Start reading at {@link io.quorate.cli.command.Quorate}.
 */
@NullMarked
package io.quorate.cli.command;

import org.jspecify.annotations.NullMarked;
