/**
 * The command that compares schedules: many trials against seeded bugs, and what they come to.
 *
 * <p>Start reading at {@link io.quorate.cli.campaign.CampaignCommand}.
 */
@NullMarked
package io.quorate.cli.campaign;

import org.jspecify.annotations.NullMarked;
