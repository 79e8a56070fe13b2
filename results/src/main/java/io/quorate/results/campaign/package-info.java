/**
 * What many trials of schedules against bugs amount to: pure functions of their records.
 *
 * <p>It must never know how a trial is played. Start reading at {@link
 * io.quorate.results.campaign.TrialRecord}.
 */
@NullMarked
package io.quorate.results.campaign;

import org.jspecify.annotations.NullMarked;
