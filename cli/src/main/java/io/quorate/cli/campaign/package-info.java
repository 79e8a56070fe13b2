/**
 * The command that compares schedules: many trials against seeded bugs, and what they come to. It
 * must never know how a trial is played or judged.
 *
 * <p>Start reading at {@link io.quorate.cli.campaign.CampaignCommand}.
 */
@NullMarked
package io.quorate.cli.campaign;

import org.jspecify.annotations.NullMarked;
