/**
 * Whether what a campaign showed of a schedule and of the correct server is enough for a release.
 *
 * <p>It must never know how a trial is played. Start reading at {@link
 * io.quorate.results.campaign.gate.GateVerdict}.
 */
@NullMarked
package io.quorate.results.campaign.gate;

import org.jspecify.annotations.NullMarked;
