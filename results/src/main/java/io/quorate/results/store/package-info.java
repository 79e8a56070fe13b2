/**
 * The run folder: where a run is kept, and the files in it that machines read.
 *
 * <p>Knows paths and JSON, never a host or a chart. Start reading at {@link
 * io.quorate.results.store.RunFolder}; the form of {@code verdict.json} is told in {@code
 * docs/verdict-format.md}.
 */
@NullMarked
package io.quorate.results.store;

import org.jspecify.annotations.NullMarked;
