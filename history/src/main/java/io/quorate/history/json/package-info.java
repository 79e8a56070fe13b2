/**
 * The JSON of the file forms, read and written by hand: this module has no dependency, so that a
 * small jar serves people who bring histories of their own.
 *
 * <p>A strict subset of RFC 8259: numbers are 64-bit integers, bytes are UTF-8 without exception,
 * and every length has a limit with a name. It must never know what a line means.
 *
 * <p>Start reading at {@link io.quorate.history.json.JsonReader}.
 */
@NullMarked
package io.quorate.history.json;

import org.jspecify.annotations.NullMarked;
