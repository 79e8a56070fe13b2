package io.quorate.results.campaign.gate;

import io.quorate.results.Outcome.Grade;

/**
 * What became of one need of a {@link GatePolicy}.
 *
 * @param need its key in the policy; {@code correct-server} for the one that is always there
 * @param grade {@link Grade#PASS} where it is met, otherwise what that amounts to
 * @param sentence what was needed and what was found
 */
public record GateRule(String need, Grade grade, String sentence) {}
