/**
 * The models that come with the checker, by name.
 *
 * <p>This package must never know a search. Start reading at {@link
 * io.quorate.checker.model.Models}.
 */
@NullMarked
package io.quorate.checker.model;

import org.jspecify.annotations.NullMarked;
