/**
 * The one door through which a run that was recorded becomes a run that is told: judged, drawn,
 * written and summed up. A live run and {@code report RUN} both go through it.
 *
 * <p>This package must never know how a history was made.
 *
 * <p>Start reading at {@link io.quorate.results.publish.Results}.
 */
@NullMarked
package io.quorate.results.publish;

import org.jspecify.annotations.NullMarked;
