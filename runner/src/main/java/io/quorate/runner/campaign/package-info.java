/**
 * Many trials of many schedules against many bugs in the world of virtual time: which of them find
 * what, and how soon.
 *
 * <p>It must never know what the results mean, which is for {@code io.quorate.results.campaign} to
 * say, nor a real clock but to tell how long a trial took to play. Start reading at {@link
 * io.quorate.runner.campaign.TrialPlayer}.
 */
@NullMarked
package io.quorate.runner.campaign;

import org.jspecify.annotations.NullMarked;
