/**
 * Generators played in virtual time against clients made up for the purpose: what a seed would ask,
 * without a system.
 *
 * <p>Serves dry runs and the tests of generators. This package must never know a real client.
 *
 * <p>Start reading at {@link io.quorate.workload.playback.Playback}.
 */
@NullMarked
package io.quorate.workload.playback;

import org.jspecify.annotations.NullMarked;
