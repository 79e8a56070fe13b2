/**
 * Many trials of many schedules against many bugs in the world of virtual time: which of them find
 * what, and how soon.
 *
 * <p>What the results mean is for {@code io.quorate.results.campaign} to say. Start reading at
 * {@link io.quorate.runner.campaign.TrialPlayer}.
 */
@NullMarked
package io.quorate.runner.campaign;

import org.jspecify.annotations.NullMarked;
